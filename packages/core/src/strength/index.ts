export { type Advice, adviceFor, dimensionInWords, mainLineOf, strengthInWords, weakestOf } from './advice.ts';
export type { FindingsByFile } from './found.ts';
export { strengthOf, strengthOfObjective } from './judge.ts';
export * from './strength.ts';
