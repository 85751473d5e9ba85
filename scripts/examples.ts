import { join } from 'node:path';
import { root } from './root.ts';

export const examples = join(root, 'examples');

/** The day that the examples are written for: their quarter is well under way. Pictures and tests show it too. */
export const examplesToday = '2026-08-15';

/** The file that greets a newcomer: a young team's draft with a few findings, in a small company whose cascade has news to show. */
export const firstExample = join(examples, 'startup', 'fleet.okr');
