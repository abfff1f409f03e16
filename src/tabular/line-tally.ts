/** Lines on which something was found: how many, and the first few of them. */
export interface LineTally {
  readonly count: number;
  readonly first: readonly number[];
}

const MOST_LISTED = 5;

/** Counts lines as they come, in ascending order; a line counts once. Its memory does not grow with the file. */
export class LineCounter implements LineTally {
  count = 0;
  readonly first: number[] = [];
  #last = 0;

  add(line: number): void {
    if (line === this.#last) return;
    this.#last = line;
    this.count += 1;
    if (this.first.length < MOST_LISTED) this.first.push(line);
  }
}

/** "On line 4", "On lines 4, 9 and 12", "On 90 lines (4, 9, 12, 15, 18, ...)". */
export function onLines({ count, first }: LineTally): string {
  if (count === 1) return `On line ${first[0]}`;
  if (count > first.length) return `On ${count} lines (${first.join(', ')}, ...)`;
  return `On lines ${first.slice(0, -1).join(', ')} and ${first.at(-1)}`;
}
