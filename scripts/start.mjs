// `npm start`: from a fresh clone to a real VS Code with the examples open.
import { carryOn, installDependencies } from './bootstrap.mjs';

installDependencies();
carryOn('scripts/open-editor.ts');
