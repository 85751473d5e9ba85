import './checks.ts';
import './writing.ts';
import './extension.ts';

export { runAll as run } from './runner.ts';
