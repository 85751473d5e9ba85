import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseOkr } from '../../parse.ts';
import { keywords } from '../../syntax/kinds.ts';
import { allItems } from '../format/unreadable.ts';
import { garbledText, okrText } from '../testing/generate.ts';
import { keywordHelp, wholeKeywords } from '../vocabulary.ts';
import { type BlockKind, itemsOf, secondWords } from './blocks.ts';
import { lexemesOf } from './lexemes.ts';
import { type Block, outlineOf } from './outline.ts';

/** A block of each kind around some content. */
const around: Readonly<Partial<Record<BlockKind, (content: string) => string>>> = {
  file: (content) => content,
  cycle: (content) => `cycle c from 2026-01-01 to 2026-02-01 { ${content} }`,
  unit: (content) => `team t "T" { ${content} }`,
  okrs: (content) => `okrs for a in 2026 { ${content} }`,
  objective: (content) => `okrs for a in 2026 { objective x "X" { ${content} } }`,
  kr: (content) => `okrs for a in 2026 { objective x "X" { kr k "K" { ${content} } } }`,
  initiative: (content) => `okrs for a in 2026 { initiative "I" { ${content} } }`,
  guardrail: (content) => `okrs for a in 2026 { guardrail "G" { ${content} } }`,
  kpi: (content) => `kpi p "P" { ${content} }`,
};

/** Each item as it may stand in a block. */
const items: Readonly<Record<string, string>> = {
  ...{
    okrs: 'okrs for a in 2026 { }',
    checkin: 'checkin 2026-08-14 for a in 2026 { }',
    closing: 'closing for a in 2026 { }',
  },
  ...{ team: 'team t "T"', person: 'person p "P"', department: 'department d "D"', company: 'company c "C"' },
  ...{
    cycle: 'cycle c from 2026-01-01 to 2026-02-01',
    kpi: 'kpi p "P" at most 3',
    checkins: 'checkins weekly',
    reviews: 'reviews monthly',
  },
  ...{
    objective: 'objective "O"',
    kr: 'kr "K" to 3',
    initiative: 'initiative "I"',
    guardrail: 'guardrail "G" at most 3',
  },
  ...{ lead: 'lead a', owner: 'owner a', draft: 'draft', committed: 'committed', aspirational: 'aspirational' },
  ...{
    supports: 'supports a.b',
    depends: 'depends on a.b',
    carried: 'carried from a.b',
    standalone: 'standalone because "x"',
  },
  ...{
    by: 'by 2026-08-31',
    weight: 'weight 2',
    link: 'link "x"',
    source: 'source "x"',
    leading: 'leading',
    lagging: 'lagging',
  },
  ...{ status: 'status done', for: 'for k', of: 'of a' },
  ...{ from: 'from 1', to: 'to 2', up: 'up 20%', down: 'down 20%', at: 'at least 3', between: 'between 1 and 2' },
  ...{ 'yes/no': 'yes/no', baseline: 'baseline unknown' },
};
const inKeyResult: Readonly<Record<string, string>> = { ...items, checkin: 'checkin 2026-08-14 4' };

const kinds = Object.keys(around) as BlockKind[];

describe('the words of each block are those of the grammar', () => {
  test.each(kinds)('%s', (kind) => {
    const examples = ['kr', 'guardrail', 'kpi'].includes(kind) ? inKeyResult : items;
    const wrap = around[kind] as (content: string) => string;
    const right = Object.keys(examples).filter((word) => {
      const { problems } = parseOkr('', wrap(examples[word] as string));
      return !problems.some(({ code }) => code === 'syntax-error');
    });
    const listed = itemsOf[kind].filter((word) => word !== 'and');
    expect([...new Set(listed)].sort()).toEqual(right.sort());
  });

  test('each keyword of the grammar is explained, and each explained one is of the grammar', () => {
    const second = new Set([...secondWords.values()].flat());
    const unexplained = keywords.filter((word) => {
      const spelled = word.replace('check-in', 'checkin');
      return !second.has(word) && word !== 'per' && !wholeKeywords(spelled).some((whole) => keywordHelp(whole));
    });
    expect(unexplained).toEqual([]);
  });

  test('every example that explains a keyword holds it', () => {
    for (const word of keywords) {
      for (const whole of wholeKeywords(word)) {
        const help = keywordHelp(whole);
        if (help) expect(help.example).toContain(whole.split(' ')[0]);
      }
    }
  });
});

describe('the outline', () => {
  const shape = (block: Block, depth = 0): string[] =>
    block.items.flatMap((item) => [
      `${' '.repeat(depth)}${item.kind}${item.word && item.word !== item.kind ? ` ${item.word}` : ''}`,
      ...(item.block ? shape(item.block, depth + 1) : []),
    ]);

  test('goes on with the next statement where a brace is missing', () => {
    const text = `okrs for a in 2026 {
  objective x "X" {
    kr "K" to 3 {
      owner b
  objective y "Y" {
    kr "L" to
okrs for b in 2026 {
  draft
}`;
    expect(shape(outlineOf(text).file)).toEqual([
      'okrs',
      ' objective',
      '  kr',
      '   clause owner',
      ' objective',
      '  kr',
      'okrs',
      ' clause draft',
    ]);
  });

  test('a keyword where a name is meant is a name', () => {
    const text =
      'team up "Up" in team\nokrs for team in 2026 { objective to "T" { kr owner "O" to 3\n supports kr.owner\n owner by } }';
    expect(shape(outlineOf(text).file)).toEqual([
      'unit team',
      'okrs',
      ' objective',
      '  kr',
      '  clause supports',
      '  clause owner',
    ]);
  });

  test('every lexeme of any text is in it once, in the order of the text', () => {
    fc.assert(
      fc.property(fc.oneof(okrText, garbledText), (text) => {
        const found: number[] = [];
        const walk = (block: Block) => {
          for (const item of block.items) {
            found.push(...item.lexemes.map(({ start }) => start));
            // a brace that belongs to no statement is an item itself
            if (item.block?.open && item.block.open !== item.lexemes[0]) found.push(item.block.open.start);
            if (item.block) walk(item.block);
            if (item.block?.close) found.push(item.block.close.start);
          }
        };
        const { file } = outlineOf(text);
        walk(file);
        expect(found).toEqual(lexemesOf(text).map(({ start }) => start));
        expect([...allItems(file)].length).toBeGreaterThanOrEqual(file.items.length);
      }),
      { numRuns: 300 },
    );
  });
});
