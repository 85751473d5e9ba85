import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Config, Notice, Profile, Rule } from '@okr-language/core';
import { root } from '../root.ts';

export interface RuleSource {
  readonly rule: Rule;
  /** `kr-no-number` is exported as `krNoNumber`. */
  readonly exportName: string;
}

export interface Threshold {
  readonly name: string;
  readonly type: 'share' | 'days';
  readonly description: string;
  readonly example: number;
}

export interface Sources {
  /** By name. */
  readonly rules: readonly RuleSource[];
  readonly notices: readonly Notice[];
  readonly configKeys: Readonly<Record<string, string>>;
  readonly configExamples: Readonly<Record<string, unknown>>;
  readonly thresholds: readonly Threshold[];
  readonly ruleLevels: readonly string[];
  readonly profiles: readonly Profile[];
  readonly defaults: Config;
  /** Web address of the repository, without `.git`. */
  readonly repository: string;
}

const core = join(root, 'packages/core/src');
const catalogue = join(core, 'rules/catalogue');

/** Reads the rules from their files and not through the package, whose registry is what is to be written. */
export async function loadSources(): Promise<Sources> {
  const files = readdirSync(catalogue).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const rules = await Promise.all(files.sort().map(loadRule));
  const { notices } = await load('rules/notices.ts');
  const { configKeys, configExamples, thresholds, ruleLevels } = await load('config/keys.ts');
  const { profiles } = await load('config/profiles.ts');
  const { defaultConfig } = await load('config/config.ts');
  return {
    rules,
    notices: notices as Sources['notices'],
    configKeys: configKeys as Sources['configKeys'],
    configExamples: configExamples as Sources['configExamples'],
    thresholds: thresholds as Sources['thresholds'],
    ruleLevels: ruleLevels as Sources['ruleLevels'],
    profiles: profiles as Sources['profiles'],
    defaults: defaultConfig as Config,
    repository: repositoryAddress(),
  };
}

async function loadRule(file: string): Promise<RuleSource> {
  const name = file.replace(/\.ts$/, '');
  const exportName = exportNameOf(name);
  const rule = (await load(`rules/catalogue/${file}`))[exportName] as Rule | undefined;
  if (rule?.meta.name !== name) throw new Error(`${file} must export the rule \`${name}\` as \`${exportName}\`.`);
  return { rule, exportName };
}

export function exportNameOf(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

async function load(path: string): Promise<Record<string, unknown>> {
  return (await import(pathToFileURL(join(core, path)).href)) as Record<string, unknown>;
}

function repositoryAddress(): string {
  const { repository } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    repository: { url: string };
  };
  return repository.url.replace(/^git\+/, '').replace(/\.git$/, '');
}
