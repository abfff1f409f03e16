import type { FileChange } from '../../folder/commit-files.ts';
import type { Terminal } from '../../ports.ts';

/** Rows and people that take about a second: what is over sooner needs no word. */
const STEP = 20_000;

/** Counts, and says at every 20,000th how far it is. */
export function counter(terminal: Terminal, say: (count: number) => string): () => void {
  let count = 0;
  return () => {
    count += 1;
    if (count % STEP === 0) terminal.progress(say(count));
  };
}

/** A file of which it is said, piece by piece, how much is written; one of a single piece is over at once. */
export function watched(
  terminal: Terminal,
  { path, content }: FileChange<Iterable<Uint8Array>>,
): FileChange<Iterable<Uint8Array>> {
  function* pieces(): Generator<Uint8Array> {
    let bytes = 0;
    for (const piece of content) {
      if (bytes > 0) terminal.progress(`Writing ${path}: ${(bytes / 1e6).toFixed(0)} MB ...`);
      bytes += piece.length;
      yield piece;
    }
  }
  return { path, content: { [Symbol.iterator]: pieces } };
}

/** What cannot be counted, where so many rows have a part in it that it takes a while. */
export function announce(terminal: Terminal, rows: number, line: string): void {
  if (rows >= STEP) terminal.progress(line);
}
