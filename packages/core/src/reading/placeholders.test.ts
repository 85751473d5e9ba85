import { expect, test } from 'vitest';
import { placeholderIn } from './placeholders.ts';
import { prompts } from './prompts.ts';
import { isPlain, readTitle } from './titles.ts';

const said = (title: string) => {
  const span = placeholderIn(title);
  return span && title.slice(span.start, span.end);
};

test.each([
  ['TBD', 'TBD'],
  ['Raise repeat purchases by X%', 'X%'],
  ['Raise XX% of new members', 'XX'],
  ['Sign partners worth $N', '$N'],
  ['Rating from X to Y', 'from X to Y'],
  ['Hire (name) as head baker', '(name)'],
  ['Reach [target] visits', '[target]'],
  ['Raise approval from 31 to [figure tbd]', '[figure tbd]'],
  ['Open 4 kiosks (tbc)', '(tbc)'],
  ['Key result 1', 'Key result 1'],
  ['New objective', 'New objective'],
  ['Lorem ipsum dolor', 'Lorem ipsum'],
  ['Roll out the form, so that …', 'so that …'],
  ['...', '...'],
  ['Raise ____ to 40%', '____'],
])('%s', (title, words) => {
  expect(said(title)).toBe(words);
});

test.each([
  'Shops that sell model X from 4 to 20',
  'Have module Y adopted by 40 schools',
  'Size XXL sold out less often',
  'From A to Z: 40 courses',
  'Generation Z members from 4% to 9%',
  'Objective evidence for 40% of claims',
  'Every trade name registered',
  'Answers within 2 days (target for every desk)',
  '$5k for each branch',
  '',
])('nothing missing: "%s"', (title) => {
  expect(said(title)).toBeNull();
});

test('a long text costs next to nothing', () => {
  for (const piece of ['(', '[the ', '_', 'so that ', 'from X ', '$ ']) placeholderIn(piece.repeat(100_000));
});

test.each(Object.values(prompts).flat())('what fixes and templates leave to be filled in is found: %s', (prompt) => {
  expect(said(prompt)).not.toBeNull();
  expect(isPlain(readTitle(prompt, 'measured'))).toBe(false);
});
