/** Where the other target stands is told so that one finds it. */
import { expect, it } from 'vitest';
import { findingsOf, projectOf } from './project.ts';

const goals = (unit: string, cycle: string) => `company acme "Acme Retail"
team support "Customer Support" in acme
okrs for acme in 2026-Q3 {
    objective lean "Every order pays for itself" {
        kr "Cost of a return" from €12 to €9
    }
}
okrs for ${unit} in ${cycle} {
    objective ease "Giving back is easier than keeping" {
        supports acme.lean in 2026-Q3
        kr "Cost of a return" from €12 to €15
    }
}
`;

it.each([
  ['acme', '2026-Q3', 'in the same set'],
  ['acme', '2026', 'in 2026-Q3'],
  ['support', '2026-Q3', 'at Acme Retail'],
])('for %s in %s it is %s', (unit, cycle, where) => {
  const told = findingsOf(projectOf(goals(unit, cycle)), 'kr-conflict').map(({ message }) => message.what);
  expect(told).toEqual([
    `“Cost of a return” has another target ${where} that cannot be reached together with this one.`,
  ]);
});
