/** Ways of setting a text in one, two, ... lines: `rows[n]` are the lines of n + 1, as lists of indices of pieces. */
export type LineBreaks = readonly (readonly (readonly number[])[])[];

/** The pieces of a text: how wide each is, and what stands before it where it does not begin a line. */
export interface PieceWidths {
  readonly widths: readonly number[];
  readonly gaps: readonly number[];
}

/** The best breaks of pieces into up to so many lines: those whose widest line is narrowest. A piece is never split. */
export function breakLines(pieces: PieceWidths, most: number): LineBreaks {
  const indices = [...pieces.widths.keys()];
  return Array.from({ length: Math.min(most, indices.length) }, (_, extra) =>
    narrowest(indices, { ...pieces, lines: extra + 1 }),
  );
}

/** Width of a line of these pieces. */
export function lineWidth(line: readonly number[], { widths, gaps }: PieceWidths): number {
  return line.reduce(
    (sum, piece, index) => sum + (index === 0 ? 0 : (gaps[piece] ?? 0)) + (widths[piece] ?? 0),
    0,
  );
}

interface Breaking extends PieceWidths {
  readonly lines: number;
}

/** Tries every end of the first line that does not make it wider than the best found. */
function narrowest(line: readonly number[], { lines, ...pieces }: Breaking): number[][] {
  if (lines === 1) return [[...line]];
  let best: number[][] = [[...line]];
  let least = Number.POSITIVE_INFINITY;
  let first = 0;
  for (let end = 1; end <= line.length - lines + 1; end += 1) {
    const piece = line[end - 1] ?? 0;
    first += (end === 1 ? 0 : (pieces.gaps[piece] ?? 0)) + (pieces.widths[piece] ?? 0);
    if (first >= least) break;
    const rest = narrowest(line.slice(end), { ...pieces, lines: lines - 1 });
    const width = Math.max(first, ...rest.map((one) => lineWidth(one, pieces)));
    if (width < least) [least, best] = [width, [line.slice(0, end), ...rest]];
  }
  return best;
}
