const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Verbs, nouns and adverbs of rising. */
export const risingWords = words(`
  increase increases increased increasing raise raises raised raising grow grows grew grown growing growth boost boosts boosted
  boosting lift lifts lifted lifting improve improves improved improving improvement rise rises rose risen rising up climb climbs
  climbed climbing gain gains gained gaining expand expands expanded expanding accelerate add adds added adding uplift jump higher
  more faster enhance strengthen scale extend widen uptick upsurge surge speed
`);

/** Verbs, nouns and adverbs of falling. */
export const fallingWords = words(`
  decrease decreases decreased decreasing reduce reduces reduced reducing reduction lower lowers lowered lowering cut cuts cutting
  drop drops dropped dropping decline declines fall falls fell falling shrink shrinks shrank shorten shortens shortened down less
  trim trims trimmed minimise minimize slash save saves saved saving savings fewer lessen diminish halve curb compress bring-down
`);

/** Verbs that set one value against another, so that `A to B` behind them is a way and no range: `NPS 30 to 45`. */
export const movingVerbs = words(`
  increase increases raise raises grow grows boost lift improve improves rise rises climb climbs move moves decrease reduce reduces
  lower cut cuts drop drops decline fall falls shrink shorten bring take push go double advance
`);
