/**
 * Writes everything that follows from the rules: the registry, their pages, the schema of the configuration, the editor's
 * settings and the table in the README. Each fact about a rule stands in its own file and nowhere else. Also what follows
 * from the grammar: its data for the reader, and the colours of the editor.
 *
 *   node scripts/generate.ts            writes what has changed
 *   node scripts/generate.ts --check    writes nothing; ends with 1 and names the files that would change
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { textMateGrammar } from '../packages/language/src/highlight/textmate.ts';
import { keywordsAmong, quotedIn } from '../packages/language/src/syntax/grammar.ts';
import { accuracyPage } from './generate/accuracy.ts';
import { address, registry } from './generate/code.ts';
import { configurationPage } from './generate/configuration.ts';
import { dependenciesPage } from './generate/dependencies.ts';
import { grammarModule, plainGrammar } from './generate/grammar.ts';
import { indexPage, noticePage, rulePage, rulesTable } from './generate/pages.ts';
import { profilesPage } from './generate/profiles.ts';
import { configSchema, manifestWithSettings } from './generate/schema.ts';
import { loadSources } from './generate/sources.ts';
import { bundledPackages } from './notices.ts';
import { root } from './root.ts';

const pages = join(root, 'docs/rules');
const check = process.argv.includes('--check');
const sources = await loadSources();

/** Every generated file by its path, as it should stand. */
const wanted = new Map<string, string>([
  [join(root, 'packages/core/src/rules/generated/registry.ts'), registry(sources.rules)],
  [join(root, 'packages/core/src/rules/generated/address.ts'), address(sources.repository)],
  [join(pages, 'README.md'), indexPage(sources)],
  ...sources.rules.map(({ rule }) => [join(pages, `${rule.meta.name}.md`), rulePage(rule)] as const),
  ...sources.notices.map((notice) => [join(pages, `${notice.code}.md`), noticePage(notice)] as const),
  [join(root, 'docs/accuracy.md'), accuracyPage(sources)],
  [join(root, 'docs/configuration.md'), configurationPage(sources)],
  [join(root, 'docs/profiles.md'), profilesPage(sources)],
  [join(root, 'docs/dependencies.md'), dependenciesPage(await bundledPackages())],
  [join(root, 'packages/language/src/syntax/generated/grammar.ts'), grammarModule()],
  [join(root, 'syntaxes/okr.tmLanguage.json'), json(textMateGrammar(keywordsAmong(quotedIn(plainGrammar()))))],
  [join(root, 'packages/extension/schemas/okr.config.schema.json'), json(configSchema(sources))],
]);

const manifest = join(root, 'packages/extension/package.json');
wanted.set(manifest, json(manifestWithSettings(JSON.parse(readFileSync(manifest, 'utf8')), sources)));

const readme = join(root, 'README.md');
const readmeText = existsSync(readme) ? readFileSync(readme, 'utf8') : '';
const marked = /(<!-- rules:begin -->)[\s\S]*?(<!-- rules:end -->)/;
if (marked.test(readmeText)) {
  wanted.set(
    readme,
    readmeText.replace(marked, (_, begin, end) => `${begin}\n\n${rulesTable(sources.rules)}\n${end}`),
  );
}

const changed = [...wanted].filter(([file, text]) => !existsSync(file) || readFileSync(file, 'utf8') !== text);
const left = existsSync(pages) ? readdirSync(pages).map((name) => join(pages, name)) : [];
const superfluous = left.filter((file) => !wanted.has(file));

if (!check) {
  for (const [file, text] of changed) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  for (const file of superfluous) rmSync(file);
}
const names = [...changed.map(([file]) => file), ...superfluous].map((file) => relative(root, file));
for (const name of names) console.log(`${check ? 'would change' : 'written'}: ${name}`);
if (check && names.length > 0) process.exit(1);

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
