export * from './folders.ts';
export * from './ignored.ts';
export * from './workspace.ts';
