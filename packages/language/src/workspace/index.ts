export * from './folders.ts';
export * from './workspace.ts';
