import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { LazyList } from '../model/lazy-list.ts';
import { type Fonts, type PdfJob, TypstFailure, type TypstReason } from '../ports.ts';
import type { DrawnDocument } from './print-document.ts';

/** What a process gives back for a document: `memory`, in bytes, is what it holds by then. */
export type ProcessResult =
  | { readonly drawn: DrawnDocument; readonly memory: number }
  | { readonly refused: readonly TypstReason[] };

/** A process that has come to hold so much ends, and another takes its place: only then is all that Typst took free. */
const MOST_MEMORY = 250_000_000;

/**
 * Prints documents in processes of their own, so many at a time; no threads, because in these Typst shares what it
 * remembers, and each would forget for all. After a failure no other document is begun; the first one's is thrown.
 */
export async function printInProcesses(
  jobs: LazyList<PdfJob>,
  fonts: Fonts,
  processes: number,
): Promise<readonly DrawnDocument[]> {
  const drawn: DrawnDocument[] = [];
  const failures: { readonly index: number; readonly error: unknown }[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    let printer: PrintProcess | undefined;
    while (next < jobs.length && failures.length === 0) {
      const index = next;
      next += 1;
      printer ??= startProcess(fonts);
      try {
        const { memory, ...result } = await printer.print(jobs.at(index));
        drawn[index] = result.drawn;
        if (memory < MOST_MEMORY) continue;
      } catch (error) {
        failures.push({ index, error });
      }
      printer.end();
      printer = undefined;
    }
    printer?.end();
  };
  await Promise.all(Array.from({ length: processes }, work));
  const [first] = failures.sort((one, other) => one.index - other.index);
  if (first !== undefined) throw first.error;
  return drawn;
}

interface PrintProcess {
  /** One document after the other. Rejects with a `TypstFailure`. */
  print(job: PdfJob): Promise<Extract<ProcessResult, { readonly drawn: DrawnDocument }>>;
  end(): void;
}

function startProcess(fonts: Fonts): PrintProcess {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./typst-process.js', import.meta.url))], {
    // A group of its own: Ctrl-C is answered by the command. When that is gone, so is this, after its document.
    detached: true,
    windowsHide: true,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit').then(() => {
    throw new Error('A process that printed ended without a result.');
  });
  ended.catch(() => undefined); // it ends when it is not needed any more
  child.send(fonts);
  return {
    async print(job) {
      child.send(job);
      const [result] = await Promise.race([answerOf(child), ended]);
      if ('refused' in result) throw new TypstFailure(result.refused, job.source);
      return result;
    },
    end: () => child.kill('SIGKILL'),
  };
}

/** Our own process sends nothing else. */
function answerOf(child: ChildProcess): Promise<[ProcessResult]> {
  return once(child, 'message') as Promise<[ProcessResult]>;
}
