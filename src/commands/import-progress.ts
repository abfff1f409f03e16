import type { Terminal } from '../ports.ts';

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

/** The same of items that are gone through, perhaps several times; of a short list nothing is said. */
export function counted<T>(
  terminal: Terminal,
  items: Iterable<T>,
  say: (count: number) => string,
): Iterable<T> {
  return {
    *[Symbol.iterator]() {
      const count = counter(terminal, say);
      for (const item of items) {
        count();
        yield item;
      }
    },
  };
}

/** What cannot be counted, where so many rows have a part in it that it takes a while. */
export function announce(terminal: Terminal, rows: number, line: string): void {
  if (rows >= STEP) terminal.progress(line);
}
