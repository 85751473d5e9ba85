import { countByRow, type Finding } from '@okr-language/core';
import { expect, it } from 'vitest';
import { cascadeOf } from '../cascade/project.ts';

const text = `company acme
okrs for acme in 2026-Q3 {
  objective trust "Trust" { kr nps "Rating" from 1 to 2 }
}
checkin 2026-08-14 for acme in 2026-Q3 {
  trust.nps 1.5
  nobody 3
}
closing for acme in 2026-Q3 on 2026-08-14 {
  trust score 0.7
}
checkin 2026-08-14 for acme in 2026-Q4 {
}`;
const cascade = cascadeOf(text);
const [uri = ''] = cascade.files.keys();

function countedAt(piece: string): string[] {
  const start = text.indexOf(piece);
  const finding = { uri, span: { start, end: start + piece.length }, severity: 'warning' } as unknown as Finding;
  return Object.keys(countByRow(cascade, [finding]));
}

it.each([
  ['a reading', '1.5', ['acme/2026-Q3/trust/nps']],
  ['the line of a closing', '0.7', ['acme/2026-Q3/trust']],
  ['a line of a check-in that names no goal', 'nobody', ['acme/2026-Q3']],
  ['the head of a check-in', '2026-08-14', ['acme/2026-Q3']],
  ['a check-in of a set that is not there', '2026-Q4', []],
])('what is found in %s counts at the goal or set that it is about', (_, piece, rows) => {
  expect(countedAt(piece)).toEqual(rows);
});
