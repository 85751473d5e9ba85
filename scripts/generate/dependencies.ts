/** The page of what others wrote and the product contains. */
import type { BundledPackage } from '../notices.ts';

export function dependenciesPage(packages: readonly BundledPackage[]): string {
  const rows = packages.map(({ name, version, license }) => `| ${name} | ${version} | ${license} |`);
  return `# What the product contains of others

Written by \`npm run generate\` from the bundles themselves: every package of which some file ends up in the extension, its language server or the
\`okr\` command. Nothing else is loaded when they run. Versions are exact, and \`package-lock.json\` holds the checksum of each; the texts of the
licences ship with the extension as \`THIRD-PARTY-NOTICES.txt\`.

| package | version | licence |
|---|---|---|
${rows.join('\n')}
`;
}
