/** The random tests in short; the long form is `npm run soak`. */
import { inShort } from './short.ts';
import { suites } from './suites.ts';

inShort(suites);
