import { expect, test } from 'vitest';
import { grammar } from './generated/grammar.ts';
import { kindOf, textOf } from './kinds.ts';
import { blocksWith, keywordsByPlace } from './places.ts';
import { ruleOf, type Shape, visit } from './shape.ts';

test('one token tells which way to go at every choice of the grammar', () => {
  const unclear: string[] = [];
  visit(ruleOf('File').shape, (shape: Shape) => {
    if (shape.op !== 'choice') return;
    for (let kind = 0; kind < shape.first.length; kind++) {
      if (shape.items.filter((item) => item.first[kind] === 1).length > 1) unclear.push(textOf(kind));
    }
  });
  expect(unclear).toEqual([]);
});

test('no rule contains itself, so that no text can make the reader call itself without end', () => {
  const recursive: string[] = [];
  for (const name of Object.keys(grammar)) {
    const open = new Set<string>();
    const look = (rule: string): void => {
      if (open.has(rule)) recursive.push(rule);
      if (open.has(rule) || recursive.length > 0) return;
      open.add(rule);
      visitRules(rule, look);
      open.delete(rule);
    };
    look(name);
  }
  expect(recursive).toEqual([]);
});

/** The rules that a rule names itself. */
function visitRules(name: string, see: (name: string) => void): void {
  const look = (element: (typeof grammar)[string]): void => {
    if (element.op === 'rule') see(element.name);
    else if (element.op === 'sequence' || element.op === 'choice') element.items.forEach(look);
    else if (element.op === 'optional' || element.op === 'many') look(element.item);
  };
  const element = grammar[name];
  if (element) look(element);
}

test('the keywords by place', () => {
  expect([...keywordsByPlace().keys()]).toEqual([
    'File',
    'Cycle',
    'Unit',
    'OkrSet',
    'Objective',
    'KeyResult',
    'Initiative',
    'Guardrail',
    'Kpi',
    'CheckinBlock',
    'Closing',
  ]);
  expect(keywordsByPlace().get('Cycle')).toEqual({
    lines: ['checkins', 'check-ins', 'reviews'],
    header: ['from', 'to'],
  });
  expect(keywordsByPlace().get('Initiative')?.lines).toEqual(
    expect.arrayContaining(['owner', 'status', 'link', 'by', 'for']),
  );
  expect(keywordsByPlace().get('CheckinBlock')?.lines).toEqual([]);
});

test('the blocks in which a line may begin with a keyword', () => {
  expect(blocksWith(kindOf('draft'))).toEqual(['okrs', 'objective']);
  expect(blocksWith(kindOf('status'))).toEqual(['initiative']);
});
