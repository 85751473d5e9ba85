export {
  type Advice,
  adviceFor,
  dimensionInWords,
  mainLineOf,
  strengthInWords,
  verdictInWords,
  weakestOf,
} from './advice.ts';
export type { FindingsByFile } from './found.ts';
export { objectiveStrengths, strengthOf, strengthOfObjective } from './judge.ts';
export * from './strength.ts';
