export * from './codec.ts';
export * from './files.ts';
