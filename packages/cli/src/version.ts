declare const __VERSION__: string | undefined;

/** The version of the project, which the build writes in; the source itself has none. */
export const version = typeof __VERSION__ === 'string' ? __VERSION__ : 'unbuilt';
