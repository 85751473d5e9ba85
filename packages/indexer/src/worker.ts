/** Runs in a worker thread: is given paths, reads and understands the files, and hands over their bytes. */
import { parentPort, workerData } from 'node:worker_threads';
import { Distance, readInOrder } from '@okr-language/files';
import { type IndexedFile, indexed } from './file.ts';
import { answerOf, ready, type WorkerTask } from './messages.ts';

const { readsAtOnce } = workerData as WorkerTask;
// V8 compiles code that reads bytes on the belief that no buffer ever changes hands, and throws all of it away when the first one does: a hundred functions.
structuredClone(null, { transfer: [new ArrayBuffer(1)] });
const distance = new Distance();

parentPort?.on('message', async (paths: readonly string[]) => {
  const files: IndexedFile[] = [];
  for await (const lot of readInOrder(paths, { distance, atOnce: readsAtOnce }))
    for (const file of lot) files.push(indexed(file));
  const answer = answerOf(files);
  parentPort?.postMessage(answer, [answer.keys.buffer, answer.bytes.buffer]);
});
parentPort?.postMessage(ready);
