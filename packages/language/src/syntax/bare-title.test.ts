import { describe, expect, test } from 'vitest';
import { parseOkr } from '../parse.ts';

const message = (text: string): string => parseOkr('', text).problems[0]?.message ?? '';

describe('a title without quotation marks', () => {
  test.each([
    ['kr csat CSAT from 3 to 4', 'kr csat "CSAT"'],
    ['kr csat Customer rating from 3 to 4', 'kr csat "Customer rating"'],
    ['kr Customer satisfaction up 20%', 'kr "Customer satisfaction"'],
    ['initiative Replace phone menu', 'initiative "Replace phone menu"'],
    ['guardrail Refund rate at most 4%', 'guardrail "Refund rate"'],
    ['kr a One two three four five six seven', 'kr a "One two three four five six …"'],
  ])('%s', (line, statement) => {
    const text = `okrs for mill in FY26 {\n  objective a "A" {\n    ${line}\n  }\n}`;
    expect(message(text)).toBe(`A title stands in quotation marks. Write \`${statement}\`.`);
  });

  test.each([
    ['company acme Acme Retail', 'company acme "Acme Retail"'],
    ['team t Team of people in acme', 'team t "Team"'],
    ['team up Uphill team', 'team up "Uphill"'],
    ['person maya Ortiz', 'person maya "Ortiz"'],
  ])('%s', (text, statement) => {
    expect(message(text)).toBe(`A title stands in quotation marks. Write \`${statement}\`.`);
  });

  test.each(['kr csat frm 3 to 5', 'kr csat "Rating" Frm 3 to 5'])('%s is a misspelt word', (line) => {
    expect(message(`okrs for mill in FY26 {\n  objective a "A" {\n    ${line}\n  }\n}`)).not.toContain('title');
  });
});
