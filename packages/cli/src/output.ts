/**
 * Where a command writes to, and what it sees of its surroundings. A command never ends the process itself: what is still on its
 * way out would be lost.
 */
export interface Surroundings {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Columns of the terminal on standard output; null where it is none. */
  readonly columns: number | null;
  /** Today's date where the reader is, `YYYY-MM-DD`; another one the next day. */
  readonly date: string;
  out(text: string): void;
  /** Resolves when whoever reads has taken what was written, or takes no more: what is written before waits in memory. */
  taken(): Promise<void>;
  /** A line for the person at the keyboard, apart from the result. */
  say(line: string): void;
  /** Puts a line in place of the last one that was put so, at the terminal of standard error; an empty one takes it away. Null where there is none. */
  readonly status: ((line: string) => void) | null;
  /** Resolves when the person wants the command to end, or nobody reads any more. Until somebody asks for it, that ends the process at once. */
  interrupted(): Promise<void>;
}

export type ExitCode = 0 | 1 | 2;

export function realSurroundings(): Surroundings {
  const { stdout, stderr } = process;
  let isRead = true;
  const say = (line: string) => void stderr.write(`${line}\n`);
  stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
    // Whoever reads may stop reading (`okr check | head`): that is no failure of ours.
    if (isRead && code !== 'EPIPE') {
      say(`The result could not be written${code ? ` (the system says ${code})` : ''}, so it is not whole.`);
      process.exitCode = 2;
    }
    isRead = false;
  });
  // What cannot be said cannot be said elsewhere either.
  stderr.on('error', () => {});
  return {
    cwd: process.cwd(),
    environment: process.env,
    columns: stdout.isTTY ? stdout.columns || 80 : null,
    get date() {
      return localDate(new Date());
    },
    out(text) {
      if (isRead) stdout.write(text);
    },
    async taken() {
      if (isRead && stdout.writableNeedDrain) await drained(stdout);
    },
    say,
    status: stderr.isTTY ? (line) => void stderr.write(`\r\u001b[2K${line}`) : null,
    interrupted: () =>
      new Promise((resolve) => {
        for (const signal of interruptions) process.once(signal, () => resolve());
        if (isRead) stdout.once('error', () => resolve());
        else resolve();
      }),
  };
}

/** Rejects never: one that fails takes no more either. */
function drained(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    const events = ['drain', 'error', 'close'] as const;
    const end = () => {
      for (const event of events) stream.off(event, end);
      resolve();
    };
    for (const event of events) stream.on(event, end);
  });
}

/** Ctrl+C, or the polite way in which systems end a process. */
const interruptions = ['SIGINT', 'SIGTERM'] as const;

function localDate(now: Date): string {
  const two = (number: number) => `${number}`.padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
