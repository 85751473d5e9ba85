export { type Advice, adviceFor, mainLineOf, weakestOf } from './advice.ts';
export type { FindingsByFile } from './found.ts';
export { strengthOf, strengthOfObjective } from './judge.ts';
export * from './strength.ts';
