/**
 * Writes a made-up company of any size to the disk, the same one each time.
 *
 *   node bench/generate.ts --files 1000 [--form okr|yaml|c4] [--seed 1] [--out FOLDER]
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { work } from './paths.ts';
import type { GoalSet } from './workspace/facts.ts';
import { invent, type Workspace } from './workspace/invent.ts';
import { likec4Specification, likec4Text } from './workspace/likec4.ts';
import { configuration, okrText, organisation } from './workspace/okr.ts';
import { schema, schemaLine, schemaName, yamlOrganisation, yamlText } from './workspace/yaml.ts';

/** Also the ending of the files. */
export type Form = 'okr' | 'yaml' | 'c4';

export interface Written {
  readonly folder: string;
  /** The goals' files, relative to the folder; the first is the hot one. */
  readonly paths: readonly string[];
  /** The last of the paths: no other file links to it. */
  readonly lonely: string;
  readonly keyResults: number;
  readonly bytes: number;
}

/** What stands in a workspace beside the goals, by path. */
function surroundings(form: Form, workspace: Workspace): Readonly<Record<string, string>> {
  switch (form) {
    case 'okr':
      return {
        'okr.config.json': configuration,
        ...organisation(workspace.units),
      };
    case 'yaml':
      return {
        [schemaName]: `${JSON.stringify(schema, null, 2)}\n`,
        'org.yaml': schemaLine('org.yaml') + yamlOrganisation(workspace.units),
      };
    case 'c4':
      return { 'specification.c4': likec4Specification };
  }
}

type Writer = (goals: GoalSet, path: string) => string;

const writers: Readonly<Record<Form, Writer>> = {
  okr: okrText,
  yaml: (goals, path) => schemaLine(path) + yamlText(goals),
  c4: likec4Text,
};

/** Writes the workspace to `folder`, which is emptied before. */
export function generate(files: number, form: Form, folder: string, seed = 1): Written {
  const workspace = invent(files, seed);
  rmSync(folder, { recursive: true, force: true });
  let bytes = 0;
  let keyResults = 0;
  const put = (path: string, text: string) => {
    const full = join(folder, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text);
    bytes += Buffer.byteLength(text);
  };
  for (const [path, text] of Object.entries(surroundings(form, workspace))) put(path, text);
  const paths = workspace.paths.map((path, index) => {
    const goals = workspace.goals(index);
    for (const objective of goals.objectives) keyResults += objective.keyResults.length;
    put(`${path}.${form}`, writers[form](goals, path));
    return `${path}.${form}`;
  });
  return { folder, paths, lonely: paths.at(-1) as string, keyResults, bytes };
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      files: { type: 'string', default: '10' },
      form: { type: 'string', default: 'okr' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string' },
    },
  });
  const form = values.form as Form;
  if (!(form in writers)) throw new Error(`--form is one of ${Object.keys(writers).join(', ')}, not ${values.form}`);
  const out = values.out ?? join(work, `${form}-${values.files}`);
  const { paths, keyResults, bytes } = generate(Number(values.files), form, out, Number(values.seed));
  console.log(`${paths.length} files, ${keyResults} key results, ${(bytes / 1e6).toFixed(1)} MB in ${out}`);
}
