import { parentPort, workerData } from 'node:worker_threads';
import { TypstFailure } from '../ports.ts';
import { printDocument } from './print-document.ts';
import type { WorkerResult, WorkerTask } from './print-in-workers.ts';
import { openTypst } from './typst-compiler.ts';

// The thread of `printInWorkers`: prints one document.
const { fonts, job }: WorkerTask = workerData;
parentPort?.postMessage(printTask());

function printTask(): WorkerResult {
  try {
    return { drawn: printDocument(openTypst(fonts), job) };
  } catch (error) {
    if (!(error instanceof TypstFailure)) throw error;
    return { refused: error.reasons };
  }
}
