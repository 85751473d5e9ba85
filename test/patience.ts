/** How long a test of the units waits by the clock, in ms, where it says nothing else: a figure that no test names itself, so that it can be told. */
export const patience = 59_000;
