/** Runs in a worker thread: is given paths, reads and understands the files, and hands over their bytes. */
import { parentPort, workerData } from 'node:worker_threads';
import { inParallel, readTextFile } from '@okr-language/files';
import { indexed } from './file.ts';
import { answerOf, ready, type WorkerTask } from './messages.ts';

const { readsAtOnce } = workerData as WorkerTask;

parentPort?.on('message', async (paths: readonly string[]) => {
  const files = await inParallel(paths, async (path) => indexed(await readTextFile(path)), readsAtOnce);
  const answer = answerOf(files);
  parentPort?.postMessage(answer, [answer.keys.buffer, answer.bytes.buffer]);
});
parentPort?.postMessage(ready);
