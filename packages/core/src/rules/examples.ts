/** Frames for the examples of rules, so that each example shows little more than what it is about. */

/** The organisation that all examples share: a company with a team and two people. */
export const organisation = `company acme    "Acme Retail"
team    support "Customer Support" in acme { lead maya }
person  maya    "Maya Ortiz"       in support
person  liam    "Liam Chen"        in support
`;

/** A company's goal that teams can support. */
export const companyGoal = `okrs for acme in 2026 {
    owner maya

    objective loyalty "Become the shop people come back to" {
        kr repeat "Repeat purchase rate" from 31% to 45%
        kr nps    "Net promoter score"   from 38 to 55
    }
}
`;

/** One team's set in the third quarter of 2026. */
export function teamSet(...lines: readonly string[]): string {
  return `${organisation}
${companyGoal}
okrs for support in 2026-Q3 {
${indented(lines, 1)}
}
`;
}

/** One objective of the company with these lines in it. */
export function inObjective(...lines: readonly string[]): string {
  return `company acme "Acme Retail" { lead maya }
person  maya "Maya Ortiz" in acme
person  liam "Liam Chen"  in acme

okrs for acme in 2026-Q3 {
    objective trust "Earn back customer trust so that buyers return" {
${indented(lines, 2)}
    }
}
`;
}

/** An objective of the company that is called so. */
export function objectiveCalled(title: string, ...more: readonly string[]): string {
  return `company acme "Acme Retail" { lead maya }
person  maya "Maya Ortiz" in acme

okrs for acme in 2026-Q3 {
    objective trust "${title}" {
        kr "Help desk rating"          from 3.9 of 5 to 4.4 of 5
        kr "Customers who write twice" from 410 to 300
    }
${indented(more, 1)}${more.length > 0 ? '\n' : ''}}
`;
}

/** Four blanks a step before every line that holds text. */
function indented(lines: readonly string[], steps: number): string {
  return lines
    .flatMap((line) => line.split('\n'))
    .map((line) => (line === '' ? line : '    '.repeat(steps) + line))
    .join('\n');
}
