export type * from './amounts/amount.ts';
export { sameDimension, toBase } from './amounts/compare.ts';
export { plainFigure } from './amounts/figure.ts';
export { formatAmount } from './amounts/format.ts';
export { parseAmount } from './amounts/parse.ts';
export { scanAmount } from './amounts/scan.ts';
export { unitFromWord } from './amounts/units.ts';
export { isUnaligned } from './cascade/alignment.ts';
export { buildCascade } from './cascade/build.ts';
export type * from './cascade/cascade.ts';
export { byFirstDay, byLength, daysOfCycle, encloses } from './cascade/cycles.ts';
export { type Everywhere, firstUnits } from './cascade/everywhere.ts';
export { measureInWords } from './cascade/measure-words.ts';
export { pathsToGoals } from './cascade/references.ts';
export { NameList } from './cascade/suggestions.ts';
export { type SupporterCounts, supportersOf } from './cascade/supporters.ts';
export { type NamedBlock, namedBlock, type Surroundings } from './cascade/surroundings.ts';
export { elapsedShare, timeOf } from './cascade/time.ts';
export { counted, inFigures, percent } from './cascade/words.ts';
export * from './config/config.ts';
export { nearest } from './config/nearest.ts';
export { type ConfigProblem, parseConfig } from './config/parse.ts';
export { configOf, type Profile, type ProfileName, profileNamed, profileNames, profiles } from './config/profiles.ts';
export { addMonths, calendarCycle } from './dates/calendar.ts';
export * from './dates/day.ts';
export { resolveDate } from './dates/resolve.ts';
export { Stretches } from './dates/stretches.ts';
export * from './findings/finding.ts';
export { Beside } from './model/beside.ts';
export type * from './model/file.ts';
export { countBefore, firstOf } from './model/sorted.ts';
export * from './model/span.ts';
export { readSentence } from './reading/read.ts';
export type * from './reading/sentence.ts';
export { isPlain, plainReadings, readTitle, type TitleOf } from './reading/titles.ts';
export {
  type Activity,
  activityOf,
  type LeadingVerb,
  leadingVerb,
  type ObjectiveMeasure,
  objectiveMeasure,
} from './reading/wording.ts';
export { accuracyText, type Counts, type RuleAccuracy } from './rules/accuracy.ts';
export { ruleAddress } from './rules/address.ts';
export { isBroken } from './rules/broken.ts';
export { checkFiles, checkProject } from './rules/check.ts';
export { likenessOf, wordsOfEveryCopy } from './rules/copies.ts';
export { fixesFor, safeFixesFor } from './rules/fixes.ts';
export { pagesAddress } from './rules/generated/address.ts';
export { rules } from './rules/generated/registry.ts';
export * from './rules/notices.ts';
export * from './rules/pages.ts';
export * from './rules/rule.ts';
export { plainText, textNumber } from './rules/texts.ts';
export * from './strength/index.ts';
export * from './views/counts.ts';
export { linkTo } from './views/goal-rows.ts';
export { rowPlace } from './views/row-place.ts';
export * from './views/searching.ts';
export * from './views/shown-cycles.ts';
export type * from './views/tree.ts';
export { cycleChoices, rowOfSet, rowOfSetAlone, treeOf } from './views/tree-of.ts';
