/** The batch that many teams run today: every YAML file of a folder is read with `yaml` and held against a JSON schema with `ajv`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { parse } from 'yaml';

const folder = process.argv[2];
const validate = new Ajv({ allErrors: true }).compile(
  JSON.parse(readFileSync(join(folder, 'okr.schema.json'), 'utf8')),
);
let files = 0;
let errors = 0;
for (const path of readdirSync(folder, { recursive: true })) {
  if (!path.endsWith('.yaml')) continue;
  files++;
  if (!validate(parse(readFileSync(join(folder, path), 'utf8')))) errors += validate.errors.length;
}
console.log(`${files} files, ${errors} errors`);
