// `npm test`: from a fresh clone to the line "N passed, N failed".
import { carryOn, installDependencies } from './bootstrap.mjs';

installDependencies();
carryOn('scripts/run-tests.ts');
