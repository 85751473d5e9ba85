/**
 * Reads many files in worker threads, in batches. A worker that dies, for want of memory or for a defect of ours, costs only itself: the files
 * of its batch are read again, each by itself, and one that alone ends two workers is reported and left out. Where worker threads cannot be had, the
 * same is done in short turns on this thread.
 */
import { Worker } from 'node:worker_threads';
import { type DiskProblem, readsAtOnce } from '@okr-language/files';
import { type IndexedFile, unreadable } from './file.ts';
import { type BatchAnswer, filesIn, ready, type WorkerTask } from './messages.ts';
import { onThisThread } from './thisThread.ts';
import { workerScript } from './workerScript.ts';

export interface CrewOptions {
  /** At least one. */
  readonly workers: number;
  /** What workers run, unless it is the usual. */
  readonly script?: string | URL;
  /** Megabytes of heap that a worker may take before it is ended. */
  readonly memory?: number;
  /** Files in a batch. */
  readonly batch?: number;
  /** Told of each worker that starts and each that dies; the text is for a log. */
  readonly onWorker?: (worker: Worker) => void;
  readonly onTrouble?: (message: string) => void;
}

/** Enough that what a batch costs besides is small, few enough that all workers end at about the same time. */
const usualBatch = 50;

/**
 * The costliest file that is read at all, 8 MB of readings, needs more than 512 MB on its way; most need less than 400. Far above what is needed, since
 * V8 ends the whole process where one piece alone is larger than all that is left.
 */
const usualMemory = 1024;

/** Megabytes for what was just made: a batch of files. It would grow to a hundred, which saves no time. */
const youngMemory = 16;

const killedTwice: DiskProblem = {
  code: 'unreadable-file',
  message:
    'This file could not be read: the attempt failed twice, so it is left out. All other files are served as before. If it is very large, split it into several files.',
};

interface Job {
  readonly paths: readonly string[];
  /** How many workers died over it, where it is a single file. */
  readonly deaths: number;
}

/** Yields the files of each batch when it is done, in no order. Ends all its workers when it ends, also early. */
export async function* readWithCrew(
  paths: readonly string[],
  options: CrewOptions,
): AsyncGenerator<readonly IndexedFile[]> {
  const crew = new Crew(paths, options);
  try {
    yield* crew.run();
  } finally {
    crew.dismiss();
  }
}

class Crew {
  readonly #options: CrewOptions;
  readonly #jobs: Job[] = [];
  readonly #workers = new Set<Worker>();
  readonly #done: (readonly IndexedFile[])[] = [];
  #atWork = 0;
  /** Once no worker could be started, none is tried any more. */
  #hasThreads = true;
  #isDismissed = false;
  #wakeReader: () => void = () => {};
  #wakeWorkers: (() => void)[] = [];

  constructor(paths: readonly string[], options: CrewOptions) {
    this.#options = options;
    const batch = options.batch ?? usualBatch;
    for (let at = 0; at < paths.length; at += batch) this.#jobs.push({ paths: paths.slice(at, at + batch), deaths: 0 });
    this.#jobs.reverse(); // the next one is taken from the end
  }

  async *run(): AsyncGenerator<readonly IndexedFile[]> {
    const count = Math.min(this.#options.workers, this.#jobs.length);
    for (let i = 0; i < count; i++) void this.#work();
    while (true) {
      const files = this.#done.shift();
      if (files) {
        for (const wake of this.#wakeWorkers.splice(0)) wake();
        yield files;
      } else if (this.#atWork === 0) {
        return;
      } else {
        await new Promise<void>((resolve) => {
          this.#wakeReader = resolve;
        });
      }
    }
  }

  dismiss(): void {
    this.#isDismissed = true;
    for (const wake of this.#wakeWorkers.splice(0)) wake();
    for (const worker of this.#workers) void worker.terminate();
  }

  /** One place in the crew: job after job, with a new worker where the last one died. */
  async #work(): Promise<void> {
    this.#atWork++;
    let worker: Worker | null = null;
    for (let job = this.#jobs.pop(); job && !this.#isDismissed; job = this.#jobs.pop()) {
      worker ??= await this.#start();
      const files: readonly IndexedFile[] | null = worker
        ? await this.#hand(worker, job.paths)
        : await onThisThread(job.paths);
      if (files) this.#done.push(files);
      else {
        worker = null;
        if (!this.#isDismissed) this.#again(job);
      }
      this.#wakeReader();
      await this.#roomForMore();
    }
    if (worker) this.#end(worker);
    this.#atWork--;
    this.#wakeReader();
  }

  /** Nobody reads ahead of who takes the files: all that waits is held in memory. */
  async #roomForMore(): Promise<void> {
    while (this.#done.length > 2 * this.#options.workers && !this.#isDismissed) {
      await new Promise<void>((resolve) => this.#wakeWorkers.push(resolve));
    }
  }

  #again({ paths, deaths }: Job): void {
    const [only] = paths;
    if (only !== undefined && paths.length === 1 && deaths > 0) {
      this.#options.onTrouble?.(`${only} ended two workers and is left out`);
      this.#done.push([unreadable(only, killedTwice)]);
      return;
    }
    const died = paths.length === 1 ? deaths + 1 : 0;
    this.#jobs.push(...paths.map((path) => ({ paths: [path], deaths: died })));
  }

  /** Null where worker threads cannot be had. */
  async #start(): Promise<Worker | null> {
    for (let attempt = 0; attempt < 2 && this.#hasThreads && !this.#isDismissed; attempt++) {
      try {
        return await this.#tryToStart();
      } catch (error) {
        this.#options.onTrouble?.(`a worker did not start: ${String(error)}`);
      }
    }
    this.#hasThreads = false;
    return null;
  }

  #tryToStart(): Promise<Worker> {
    const { workers, script = workerScript(), memory = usualMemory } = this.#options;
    const workerData: WorkerTask = { readsAtOnce: Math.max(1, Math.floor(readsAtOnce / workers)) };
    const resourceLimits = { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: youngMemory };
    return new Promise((resolve, reject) => {
      const worker = new Worker(script, { workerData, resourceLimits });
      this.#workers.add(worker);
      worker.once('message', (message) => (message === ready ? resolve(worker) : reject(new Error(String(message)))));
      // Without a listener of its own an error would end the process.
      worker.on('error', reject);
      worker.once('exit', (code) => {
        this.#workers.delete(worker);
        reject(new Error(`it ended with ${code}`));
      });
      this.#options.onWorker?.(worker);
    });
  }

  /** Null where the worker died over it. */
  #hand(worker: Worker, paths: readonly string[]): Promise<readonly IndexedFile[] | null> {
    return new Promise((resolve) => {
      const died = (reason: unknown) => {
        if (!this.#isDismissed) this.#options.onTrouble?.(`a worker died: ${String(reason)}`);
        settle(null);
      };
      const settle = (files: readonly IndexedFile[] | null) => {
        worker.off('message', answered).off('error', died).off('exit', died);
        resolve(files);
      };
      const answered = (answer: BatchAnswer) => settle(filesIn(answer));
      worker.on('message', answered).on('error', died).on('exit', died);
      if (this.#workers.has(worker)) worker.postMessage(paths);
      else died('it was gone');
    });
  }

  #end(worker: Worker): void {
    this.#workers.delete(worker);
    void worker.terminate();
  }
}
