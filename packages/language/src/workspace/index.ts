export * from './folders.ts';
export * from './ignored.ts';
export * from './marks.ts';
export type { DiskProblem } from './notices.ts';
export { understood } from './understood.ts';
export type { Project } from './whole.ts';
export * from './workspace.ts';
