/** Ways of setting a text in one, two, ... lines: `rows[n]` are the lines of n + 1, as lists of indices of words. */
export type LineBreaks = readonly (readonly (readonly number[])[])[];

/**
 * The best breaks of words into up to so many lines: those whose widest line is narrowest. `widths` are those of the
 * words, `blank` that of what stands between two; a word is never split.
 */
export function breakLines(widths: readonly number[], blank: number, most: number): LineBreaks {
  const indices = [...widths.keys()];
  return Array.from({ length: Math.min(most, widths.length) }, (_, extra) =>
    narrowest(indices, { widths, blank, lines: extra + 1 }),
  );
}

/** Width of a line of these words. */
export function lineWidth(words: readonly number[], widths: readonly number[], blank: number): number {
  return words.reduce((sum, word) => sum + (widths[word] ?? 0), blank * (words.length - 1));
}

interface Breaking {
  readonly widths: readonly number[];
  readonly blank: number;
  readonly lines: number;
}

/** Tries every end of the first line that does not make it wider than the best found. */
function narrowest(words: readonly number[], { widths, blank, lines }: Breaking): number[][] {
  if (lines === 1) return [[...words]];
  let best: number[][] = [[...words]];
  let least = Number.POSITIVE_INFINITY;
  let first = -blank;
  for (let end = 1; end <= words.length - lines + 1; end += 1) {
    first += blank + (widths[words[end - 1] ?? 0] ?? 0);
    if (first >= least) break;
    const rest = narrowest(words.slice(end), { widths, blank, lines: lines - 1 });
    const width = Math.max(first, ...rest.map((line) => lineWidth(line, widths, blank)));
    if (width < least) [least, best] = [width, [words.slice(0, end), ...rest]];
  }
  return best;
}
