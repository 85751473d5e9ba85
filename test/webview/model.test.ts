/** The pure parts of the view, without a browser. */
import { readHostMessage, readViewMessage, writeHostMessage } from '@okr-language/webview';
import { describe, expect, it } from 'vitest';
import { typedRow } from '../../packages/webview/src/keyboard.ts';
import { chosenCycle, offeredCycles } from '../../packages/webview/src/model/cycles.ts';
import { rowAt } from '../../packages/webview/src/model/locate.ts';
import { outlineOf, placeOf } from '../../packages/webview/src/model/outline.ts';
import { visibleRows } from '../../packages/webview/src/model/visible.ts';
import { rowText } from '../../packages/webview/src/row-text.ts';
import { initials, percent, shortAge, shortDate } from '../../packages/webview/src/words.ts';
import { acme, acmeFindings } from './fixtures/acme.ts';
import { cycle, initiative, keyResult, objective, person, set, tree, unit } from './fixtures/rows.ts';

describe('messages', () => {
  const message = {
    type: 'tree',
    tree: acme(),
    wanted: null,
    findings: acmeFindings,
    root: 'file:///a',
    projects: [],
  } as const;

  it('come through as objects and as text', () => {
    expect(readHostMessage(message)).toBe(message);
    expect(readHostMessage(writeHostMessage(message))).toEqual(message);
  });

  it('to the extension are let through only in their shape', () => {
    const open = { type: 'open', uri: 'file:///a/b.okr', line: 3, character: 0, preserveFocus: true };
    expect(readViewMessage(open)).toBe(open);
    const bad = [
      { ...open, line: -1 },
      { ...open, line: 1.5 },
      { ...open, line: '3' },
      { ...open, uri: null },
      { ...open, preserveFocus: 1 },
      { type: 'project' },
      { type: 'toString' },
      ['ready'],
      'ready',
      undefined,
    ];
    for (const one of bad) expect(readViewMessage(one)).toBeNull();
  });

  it('with a field of the wrong kind anywhere in the tree are no trees', () => {
    const text = writeHostMessage(message);
    for (const [whole, broken] of [
      ['"health":"done"', '"health":"splendid"'],
      ['"daysSinceReading":9', '"daysSinceReading":"9"'],
      ['"kind":"guardrail"', '"kind":"objective"'],
      ['"inside":["FY26"]', '"inside":[26]'],
      ['"state":"rolledUp"', '"state":null'],
    ] as const) {
      expect(text).toContain(whole);
      expect(readHostMessage(text.replace(whole, broken))).toBeNull();
    }
  });
});

describe('the cycle that is shown first', () => {
  const year = cycle('FY26', { first: '2026-01-01', last: '2026-12-31' });
  const third = cycle('2026-Q3', { first: '2026-07-01', last: '2026-09-30', inside: ['FY26'] });
  const fourth = cycle('2026-Q4', { first: '2026-10-01', last: '2026-12-31', inside: ['FY26'] });
  const next = cycle('FY27', { first: '2027-01-01', last: '2027-12-31' });
  const first = (today: string, cycles = [year, third, fourth, next]) => chosenCycle(tree([], { today, cycles }), null);

  it('is the one that began last', () => {
    expect(first('2026-08-10')).toBe('2026-Q3');
    expect(first('2026-10-01')).toBe('2026-Q4');
    expect(first('2027-02-01')).toBe('FY27');
  });

  it('is the last quarter that was written down while there is no next one', () => {
    expect(first('2026-11-22', [year, third])).toBe('2026-Q3');
  });

  it('is the first to come where none has begun, and all where there is none', () => {
    expect(first('2025-01-01')).toBe('FY26');
    expect(first('2025-01-01', [])).toBe('*');
  });

  it('stands before the others, which go from late to early', () => {
    const choices = offeredCycles(tree([], { today: '2026-08-10', cycles: [year, third, fourth, next] }));
    expect(choices.map(({ name }) => name)).toEqual(['2026-Q3', 'FY27', '2026-Q4', 'FY26']);
  });
});

describe('the outline', () => {
  it('holds every goal once', () => {
    const { nodes } = outlineOf(acme(), null);
    const goals = nodes
      .filter((node) => node.kind === 'objective' || node.kind === 'keyResult')
      .map((node) => node.key);
    expect(new Set(goals).size).toBe(goals.length);
    expect(goals).toHaveLength(8 + 10);
  });

  it('shows an initiative at its key result and not once more at the objective', () => {
    const own = initiative('i', 'Call everyone');
    const goal = objective('a/C/o', 'O', {
      keyResults: [keyResult('a/C/o/k', 'K', { initiatives: [own] })],
      initiatives: [own],
    });
    const { nodes } = outlineOf(tree([unit('a', 'A', 'company', [set('a', 'C', [goal])])]), null);
    expect(nodes.map((node) => node.kind)).toEqual(['unit', 'objective', 'keyResult', 'initiative']);
  });

  it('gives rows with the same id keys of their own', () => {
    const twin = () => objective('a/C/o', 'O');
    const { nodes, byKey } = outlineOf(tree([unit('a', 'A', 'company', [set('a', 'C', [twin(), twin()])])]), null);
    expect(byKey.size).toBe(nodes.length);
  });

  it('stands a chain of ten thousand units', () => {
    let chain = unit('u0', 'U', 'team', [set('u0', 'C', [objective('u0/C/o', 'O')])]);
    for (let i = 1; i < 10_000; i++) chain = unit(`u${i}`, 'U', 'team', [], [chain]);
    const outline = outlineOf(tree([chain]), null);
    const rows = visibleRows(outline, null, () => true);
    expect(rows).toHaveLength(10_001);
    expect(rows.at(-1)?.node.level).toBe(10_001);
    expect(
      readHostMessage({ type: 'tree', tree: tree([chain]), wanted: null, findings: {}, root: '', projects: [] }),
    ).not.toBeNull();
  });

  it('finds the innermost row around a place in the text', () => {
    const whole = acme();
    const outline = outlineOf(whole, null);
    for (const node of outline.nodes) {
      const place = placeOf(node);
      if (node.kind === 'keyResult' && place) expect(rowAt(outline, place.uri, place.start + 3)).toBe(node);
    }
    expect(rowAt(outline, 'file:///elsewhere.okr', 10)).toBeNull();
  });
});

describe('typing ahead', () => {
  const titles = ['Growth', 'Support', 'Sales', 'Sales north', 'Ünlü'];
  const go = (current: number, typed: string) =>
    typedRow((index) => titles[index] ?? '', titles.length, current, typed);

  it('stays on a row that still matches, and steps on with the same letter', () => {
    expect(go(2, 'sa')).toBe(2);
    expect(go(1, 's')).toBe(2);
    expect(go(2, 'ss')).toBe(3);
    expect(go(3, 's')).toBe(1);
  });

  it('goes round the end, knows other letters, and finds nothing where nothing is', () => {
    expect(go(3, 'g')).toBe(0);
    expect(go(0, 'ü')).toBe(4);
    expect(go(0, 'x')).toBe(-1);
    expect(typedRow(() => '', 0, -1, 'x')).toBe(-1);
  });
});

describe('the title of a goal', () => {
  it('is its name while it has no words', () => {
    const keyResults = [keyResult('acme/2026-Q3/trust/csat', ' ')];
    const goals = [
      objective('acme/2026-Q3/trust', '', { keyResults }),
      objective('acme/2026-Q3/~', '', { name: null }),
    ];
    const all = tree([unit('acme', 'Acme', 'company', [set('acme', '2026-Q3', goals)])]);
    const context = { today: '2026-08-15', cycle: '*', cycles: new Map(), unitTitles: new Map(), findings: {} };
    const titles = outlineOf(all, null).nodes.map((node) => rowText(node, context).title);
    expect(titles.slice(-3)).toEqual(['trust', 'csat', 'Untitled']);
  });
});

describe('short words', () => {
  it('calls only what is whole 100%, as hovers do', () => {
    expect([0.996, 1, 0.476].map(percent)).toEqual(['99%', '100%', '48%']);
  });

  it('stand for people', () => {
    expect(initials(person('maya', 'Maya Ortiz'))).toBe('MO');
    expect(initials(person('x', 'Jean-Luc van der Berg'))).toBe('JB');
    expect(initials(person('li', '李'))).toBe('李');
    expect(initials(person('nobody', ''))).toBe('N');
  });

  it('stand for times', () => {
    expect([0, 3, 99, 130].map(shortAge)).toEqual(['today', '3d', '99d', '18w']);
    expect(shortDate('2026-08-31', '2026-08-10')).toBe('31 Aug');
    expect(shortDate('2027-01-05', '2026-08-10')).toBe('5 Jan 2027');
    expect(shortDate('end of summer', '2026-08-10')).toBe('end of summer');
    expect(shortDate('2026-13-40', '2026-08-10')).toBe('2026-13-40');
  });
});
