import type { OkrFile, OkrSet } from '@okr-language/core';
import { describe, expect, it } from 'vitest';
import { parseOkr } from '../parse.ts';
import { Selection } from './selection.ts';

const uri = 'file:///w/team.okr';
const text = `okrs for team in 2026-Q3 {
    objective calm "A calm shop" { }
    objective trust "A shop people trust" { }
}
checkin 2026-08-01 for team in 2026-Q3 { trust.first 3 }
`;
const decode = () => parseOkr(uri, text);
const block = (file: OkrFile) => file.statements[0] as OkrSet;

describe('the statements of a slice', () => {
  it('are there once and with all that was asked for, also where the file was decoded again meanwhile', () => {
    const selection = new Selection(decode);
    for (const index of [1, 0, 1]) {
      const again = block(decode());
      const objective = again.objectives[index];
      if (objective) selection.takeObjective(uri, again, objective);
    }
    expect(selection.files().get(uri)?.statements).toEqual([block(decode())]);
  });

  it('are found without the file once they are chosen', () => {
    let decoded = 0;
    const selection = new Selection(() => {
      decoded++;
      return decode();
    });
    const again = block(decode());
    for (const objective of again.objectives) selection.takeObjective(uri, again, objective);
    selection.files();
    selection.files();
    expect(decoded).toBe(1);
  });

  it('are found among thousands without looking at each', () => {
    const goals = Array.from({ length: 2_000 }, (_, i) => `objective o${i} "Grow"`);
    const whole = parseOkr(uri, `okrs for team in 2026-Q3 {\n${goals.join('\n')}\n}\n`);
    let looks = 0;
    const objectives = block(whole).objectives.map((one) => ({
      ...one,
      get span() {
        looks++;
        return one.span;
      },
    }));
    const selection = new Selection(() => whole);
    for (const i of [1_999, 3, 700]) {
      selection.takeObjective(uri, { ...block(whole), objectives }, objectives[i] as (typeof objectives)[number]);
    }
    const taken = selection.files().get(uri);
    expect(taken && block(taken).objectives.map(({ name }) => name?.text)).toEqual(['o3', 'o700', 'o1999']);
    expect(looks).toBeLessThan(100);
  });
});
