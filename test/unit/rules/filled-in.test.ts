/** What fixes and templates write and nobody filled in. */
import { expect, it } from 'vitest';
import { findingsOf, marked, projectOf } from './project.ts';

it('is found wherever it stands', () => {
  const project = projectOf(`company acme "Name of the company"
person maya "Full name" in acme
kpi churn "What is watched" of acme at most 4%
okrs for acme in 2026 {
    objective loyalty "Become the shop people come back to" {
        guardrail "What must not get worse" at most 0
        initiative "What is done"
        kr repeat "First change that customers will notice" from 0 to 100 {
            source "Where the figure is read"
            checkin 2026-03-01 4 "What changed"
        }
    }
}
checkin 2026-03-02 for acme in 2026 { loyalty.repeat 5 "What stands in the way, and what comes next" }
closing for acme in 2026 on 2027-01-08 { loyalty score 0.7 modify learned "What we would do otherwise" }
`);
  expect(findingsOf(project, 'placeholder-text').map((finding) => marked(project, finding))).toEqual([
    '"Name of the company"',
    '"Full name"',
    '"What is watched"',
    '"What must not get worse"',
    '"What is done"',
    'First change that customers will notice',
    '"Where the figure is read"',
    '"What changed"',
    '"What stands in the way, and what comes next"',
    '"What we would do otherwise"',
  ]);
});
