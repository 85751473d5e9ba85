export { LONGEST_TEXT, MOST_PROBLEMS, parseOkr } from './parse.ts';
export * from './workspace/index.ts';
