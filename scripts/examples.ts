import { join } from 'node:path';
import { root } from './root.ts';

export const examples = join(root, 'examples');

/** The day that the examples are written for: their quarter is well under way. Pictures and tests show it too. */
export const examplesToday = '2026-08-15';

/** The file that greets a newcomer. */
export const firstExample = join(examples, 'startup', 'pedalhaus.okr');
