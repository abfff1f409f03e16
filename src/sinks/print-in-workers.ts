import { Worker } from 'node:worker_threads';
import type { LazyList } from '../model/lazy-list.ts';
import { type Fonts, type PdfJob, TypstFailure, type TypstReason } from '../ports.ts';
import type { DrawnDocument } from './print-document.ts';

/** What a worker is given, and what it gives back. */
export interface WorkerTask {
  readonly fonts: Fonts;
  readonly job: PdfJob;
}
export type WorkerResult = { readonly drawn: DrawnDocument } | { readonly refused: readonly TypstReason[] };

/**
 * Prints each document in a thread of its own, so many at a time. A thread ends with its document, because only then
 * all that Typst took for it is free again. After a failure no other document is begun; the first one's is thrown.
 */
export async function printInWorkers(
  jobs: LazyList<PdfJob>,
  fonts: Fonts,
  workers: number,
): Promise<readonly DrawnDocument[]> {
  const drawn: DrawnDocument[] = [];
  const failures: { readonly index: number; readonly error: unknown }[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < jobs.length && failures.length === 0) {
      const index = next;
      next += 1;
      try {
        drawn[index] = await printInWorker({ fonts, job: jobs.at(index) });
      } catch (error) {
        failures.push({ index, error });
      }
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  const [first] = failures.sort((one, other) => one.index - other.index);
  if (first !== undefined) throw first.error;
  return drawn;
}

function printInWorker(task: WorkerTask): Promise<DrawnDocument> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./typst-worker.js', import.meta.url), { workerData: task });
    worker.on('message', (result: WorkerResult) => {
      if ('drawn' in result) resolve(result.drawn);
      else reject(new TypstFailure(result.refused, task.job.source));
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('A thread that printed badges ended without a result.')));
  });
}
