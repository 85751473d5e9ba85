/**
 * Begins a new rule: `node scripts/new-rule.ts kr-vague-quantifier`. It writes the rule's file, which the editor and the tests
 * then lead you through; `npm run generate` makes its page, its setting and its row in the tables.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { exportNameOf } from './generate/sources.ts';
import { root } from './root.ts';

const name = process.argv[2] ?? '';
if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(name)) {
  console.error('Say the name of the rule in small letters and hyphens, for example `kr-vague-quantifier`.');
  process.exit(2);
}
const file = join(root, 'packages/core/src/rules/catalogue', `${name}.ts`);
if (existsSync(file)) {
  console.error(`There is already a rule \`${name}\`: ${relative(root, file)}`);
  process.exit(2);
}
writeFileSync(file, skeleton());
console.log(`Written: ${relative(root, file)}

1. Fill in its texts and examples: a manager reads them. Level, limits and sources follow the rule catalogue.
2. Write the check, and the fix if an edit can mend it; without one, leave \`fix\` away and say 'none'.
3. npm run generate
4. npx vitest run test/unit/rules    every weak example must give one finding, every strong one none`);

function skeleton(): string {
  const up = '..'; // as seen from the catalogue, where the rule will stand
  return `import { inObjective } from '${up}/examples.ts';
import { markOf } from '${up}/marks.ts';
import { defineRule } from '${up}/rule.ts';

export const ${exportNameOf(name)} = defineRule({
  meta: {
    name: '${name}',
    title: '',
    category: 'key-result',
    level: 'information',
    since: '',
    stage: 'preview',
    scope: 'file',
    fix: 'none',
    english: false,
    options: [],
    summary: '',
    why: '',
    sources: [],
    advice: '',
    limits: '',
    examples: {
      invalid: [{ title: '', files: inObjective('kr "Make the help desk friendlier"') }],
      valid: [{ title: '', files: inObjective('kr "Help desk rating" from 3.9 of 5 to 4.4 of 5') }],
    },
  },

  visit({ report }) {
    return {
      keyResult({ node, uri, draft }) {
        report({ uri, span: markOf(node), draft, message: { what: '', why: '', todo: '' } });
      },
    };
  },
});
`;
}
