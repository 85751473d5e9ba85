/** The random tests of what is built, in short; the long form is `npm run soak`. */
import { inShort } from '../fuzz/short.ts';
import { builtSuites } from '../fuzz/suites.ts';

inShort(builtSuites);
