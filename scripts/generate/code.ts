/** Generated TypeScript: the list of all rules, and the address of their pages. */
import type { RuleSource } from './sources.ts';

const notice = '// Written by `npm run generate`. Do not edit.\n';

export function registry(rules: readonly RuleSource[]): string {
  const imports = rules.map(
    ({ rule, exportName }) => `import { ${exportName} } from '../catalogue/${rule.meta.name}.ts';\n`,
  );
  const names = rules.map(({ exportName }) => `  ${exportName},\n`);
  return `${notice}${imports.join('')}import type { Rule } from '../rule.ts';

/** All rules, by name. */
export const rules: readonly Rule[] = [
${names.join('')}];
`;
}

export function address(repository: string): string {
  return `${notice}export const pagesAddress = '${repository}/blob/main/docs/rules/';\n`;
}
