/** What may happen in an editor and in its folder, one thing at a time. */
import fc from 'fast-check';
import { oneEdit } from '../../../packages/language/src/slices/testing/projects.ts';

export const paths = ['a.okr', 'sub/b.okr', 'sub/c d#%.okr', 'other/d.okr', 'sub/deep/e.okr'] as const;
const configs = ['okr.config.json', 'sub/okr.config.json'] as const;
const folders = ['sub', 'other', 'sub/deep', 'new'] as const;
const configTexts = [
  '{}',
  '{ "ignore": ["sub"] }',
  '{ "ignore": ["**/c*"] }',
  '{ "extends": "strict" }',
  '{ "rules": { "unknown-name": "off", "siloed-team": "error", "no-guardrail": "warning", "level-skip": "hint" } }',
  '{',
];
/** What an editor sends as its settings. */
const settings = [
  {},
  { profile: 'strict' },
  { profile: 'gentle' },
  { rules: { 'unknown-name': 'hint', 'siloed-team': 'warning', 'orphan-objective': 'off' } },
];
const questions = [
  'tree',
  'references',
  'rename',
  'symbols',
  'completion',
  'hover',
  'codeLens',
  'codeAction',
  'diagnostic',
] as const;

const file = fc.nat(paths.length - 1);
const one = <T extends string, Rest extends object>(what: T, rest: { [K in keyof Rest]: fc.Arbitrary<Rest[K]> }) =>
  fc.record({ do: fc.constant(what), ...rest }) as unknown as fc.Arbitrary<{ readonly do: T } & Readonly<Rest>>;

export const anyStep = fc.oneof(
  { weight: 12, arbitrary: one('edit', { edit: oneEdit }) },
  { weight: 6, arbitrary: one('open', { file }) },
  { weight: 4, arbitrary: one('save', { file }) },
  { weight: 4, arbitrary: one('close', { file }) },
  { weight: 2, arbitrary: one('rename', { file, to: file }) },
  { weight: 2, arbitrary: one('delete', { file }) },
  { weight: 2, arbitrary: one('move', { from: fc.constantFrom(...folders), to: fc.constantFrom(...folders) }) },
  {
    weight: 3,
    arbitrary: one('configure', { at: fc.constantFrom(...configs), text: fc.constantFrom(...configTexts, null) }),
  },
  { weight: 1, arbitrary: one('settings', { settings: fc.constantFrom(...settings) }) },
  { weight: 1, arbitrary: one('folders', { folders: fc.subarray(['', 'sub', 'other', 'sub/deep']) }) },
  { weight: 1, arbitrary: one('day', { by: fc.constantFrom(-200, -1, 1, 30, 90) }) },
  {
    weight: 4,
    arbitrary: one('ask', {
      question: fc.constantFrom(...questions),
      file,
      at: fc.nat(2_000),
      /** After so many turns nobody wants the answer any more; null for one that is waited for. */
      patience: fc.option(fc.nat(4)),
    }),
  },
  /** The disk takes its time from now on. */
  { weight: 2, arbitrary: one('hold', {}) },
  /** Everything that waits has its turn. */
  { weight: 4, arbitrary: one('turn', {}) },
  { weight: 1, arbitrary: one('compare', {}) },
);

export type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never;
export type Asking = Extract<Step, { do: 'ask' }>;
