import { groupBy } from '../group-by.ts';

/** Numbers of people below this are not told to others. */
export const SMALL = 5;

/** A number of people that must not be told: 1 to 4. */
export function isSmall(count: number): boolean {
  return count > 0 && count < SMALL;
}

/** One of the parts that a known whole falls into, with what everybody knows of it beforehand. */
export interface Part {
  readonly count: number;
  /** As many at most: the seats of a session. */
  readonly most: number;
  /** 1 where nobody would be told as 0 whatever else is withheld, as that all have a seat; else 0. */
  readonly least: 0 | 1;
}

/**
 * Which parts of a known whole are withheld, true for each: the small ones, empty ones beside them, and as many of the
 * next smallest as it takes until what is withheld adds up to `SMALL`, and no small part follows from the others. The
 * whole must be at least `SMALL`.
 */
export function withholdParts(parts: readonly Part[]): readonly boolean[] {
  if (!parts.some((one) => isSmall(one.count))) return parts.map(() => false);
  const withheld = new Set(parts.filter((one) => one.count < SMALL && one.count >= one.least));
  const bySize = parts.filter((one) => !withheld.has(one) && one.count > 0).sort((a, b) => a.count - b.count);
  for (const next of bySize) {
    if (isUncertain([...withheld])) break;
    withheld.add(next);
  }
  // Every seat is taken and nobody is without one: then not even that is told.
  const isEnough = isUncertain([...withheld]);
  return parts.map((one) => !isEnough || withheld.has(one));
}

/** Whether each small one of these could be another number while their sum and all that everybody knows stay true. */
function isUncertain(parts: readonly Part[]): boolean {
  const sum = parts.reduce((total, one) => total + one.count, 0);
  return (
    sum >= SMALL &&
    parts.every((one) => {
      const others = parts.filter((other) => other !== one);
      const canFall = one.count > one.least && others.some((other) => other.count < other.most);
      const canRise = one.count < one.most && others.some((other) => other.count > other.least);
      return !isSmall(one.count) || canFall || canRise;
    })
  );
}

/**
 * Which cells of a table are withheld, true for each, where everybody may know the sums of rows and columns (each 0 or at
 * least `SMALL`). Cells below `SMALL`, none included, and rows in `hidden` are withheld; so are further cells, small ones
 * first, as long as a number from 1 to 4 could be computed from what is left: that of a cell, or that of all of a row or
 * column together that cannot be computed one by one.
 *
 * A withheld cell can be computed from sums exactly if no other table has the same sums: if there is no cycle of withheld
 * cells through it along which one person could be moved (Gusfield, A graph theoretic approach to statistical data
 * security, SIAM Journal on Computing 17, 1988).
 */
export function withholdCells(
  cells: readonly (readonly number[])[],
  hidden: ReadonlySet<number> = new Set(),
): readonly (readonly boolean[])[] {
  const withheld = cells.map((row, index) => row.map((count) => count < SMALL || hidden.has(index)));
  for (;;) {
    const before = countWithheld(withheld);
    for (const place of listPlaces(cells)) {
      const isKnown = isSmall(countAt(cells, place)) && !canChange(cells, withheld, place);
      if (isKnown) withholdAll(withheld, cheapestSquare(cells, withheld, place)?.corners ?? []);
    }
    for (const known of findThinLines(cells, withheld)) {
      const [square] = known
        .flatMap((place) => {
          const found = cheapestSquare(cells, withheld, place);
          return found === undefined
            ? []
            : [{ cost: found.cost + countAt(cells, place), places: [place, ...found.corners] }];
        })
        .sort((one, other) => one.cost - other.cost);
      withholdAll(withheld, square?.places ?? known);
    }
    if (countWithheld(withheld) === before) return withheld;
  }
}

function countWithheld(withheld: Withheld): number {
  return withheld.flat().filter((one) => one).length;
}

function withholdAll(withheld: readonly boolean[][], places: readonly CellPlace[]): void {
  for (const { row, column } of places) {
    const line = withheld[row];
    if (line !== undefined) line[column] = true;
  }
}

/** The known cells of each row and column in which all that is unknown adds up to a small number. */
function findThinLines(cells: Counts, withheld: Withheld): readonly (readonly CellPlace[])[] {
  const places = listPlaces(cells);
  const isOpen = new Set(
    places.filter(
      (place) => withheld[place.row]?.[place.column] === true && canChange(cells, withheld, place),
    ),
  );
  const lines = [
    ...groupBy(places, (one) => one.row).values(),
    ...groupBy(places, (one) => one.column).values(),
  ];
  return lines
    .filter((line) => isSmall(line.reduce((sum, at) => sum + (isOpen.has(at) ? countAt(cells, at) : 0), 0)))
    .map((line) => line.filter((at) => !isOpen.has(at) && countAt(cells, at) > 0));
}

function listPlaces(cells: Counts): readonly CellPlace[] {
  return cells.flatMap((row, at) => row.map((_, column) => ({ row: at, column })));
}

function countAt(cells: Counts, { row, column }: CellPlace): number {
  return cells[row]?.[column] ?? 0;
}

interface CellPlace {
  readonly row: number;
  readonly column: number;
}

type Counts = readonly (readonly number[])[];
type Withheld = readonly (readonly boolean[])[];

/** Whether another table with the same sums, and the same told cells, has one person more or less here. */
function canChange(cells: Counts, withheld: Withheld, { row, column }: CellPlace): boolean {
  return (
    isReached(cells, withheld, { from: 'column', start: column, end: row, but: { row, column } }) ||
    isReached(cells, withheld, { from: 'row', start: row, end: column, but: { row, column } })
  );
}

/**
 * Whether a chain of withheld cells leads from a column to a row, taking a person out of a cell and putting one into the
 * next (from a row to a column: the other way about), without the cell `but`. One can be put anywhere; none can be taken
 * where nobody is.
 */
function isReached(
  cells: Counts,
  withheld: Withheld,
  {
    from,
    start,
    end,
    but,
  }: {
    readonly from: 'row' | 'column';
    readonly start: number;
    readonly end: number;
    readonly but: CellPlace;
  },
): boolean {
  const seen = { row: new Set<number>(), column: new Set<number>() };
  seen[from].add(start);
  const queue: Line[] = [{ line: from, index: start }];
  for (const one of queue) {
    const other = one.line === 'row' ? 'column' : 'row';
    for (const next of linesBeside(cells, withheld, one, but)) {
      if (seen[other].has(next)) continue;
      seen[other].add(next);
      queue.push({ line: other, index: next });
    }
  }
  return seen[from === 'row' ? 'column' : 'row'].has(end);
}

interface Line {
  readonly line: 'row' | 'column';
  readonly index: number;
}

/** Columns into whose cells of a row one can be put, or rows out of whose cells of a column one can be taken. */
function linesBeside(
  cells: Counts,
  withheld: Withheld,
  { line, index }: Line,
  but: CellPlace,
): readonly number[] {
  const size = line === 'row' ? (cells[0]?.length ?? 0) : cells.length;
  return Array.from({ length: size }, (_, at) => at).filter((at) => {
    const [row, column] = line === 'row' ? [index, at] : [at, index];
    if (row === but.row && column === but.column) return false;
    if (withheld[row]?.[column] !== true) return false;
    return line === 'row' || (cells[row]?.[column] ?? 0) > 0;
  });
}

/**
 * The other corners of the square through a cell along whose edges one person can be moved, among those squares the one
 * for which fewest people more are withheld. There is one for every small cell, as no sum is small: somebody else is in
 * its row, and in its column.
 */
function cheapestSquare(cells: Counts, withheld: Withheld, { row, column }: CellPlace): Square | undefined {
  const costOf = (at: CellPlace): number => (withheld[at.row]?.[at.column] === true ? 0 : countAt(cells, at));
  let best: Square | undefined;
  for (const opposite of listPlaces(cells)) {
    if (opposite.row === row || opposite.column === column) continue;
    const below = { row: opposite.row, column };
    const beside = { row, column: opposite.column };
    const canRise = countAt(cells, below) > 0 && countAt(cells, beside) > 0;
    if (!canRise && countAt(cells, opposite) === 0) continue;
    const corners = [below, beside, opposite];
    const cost = corners.reduce((sum, at) => sum + costOf(at), 0);
    if (best === undefined || cost < best.cost) best = { corners, cost };
  }
  return best;
}

interface Square {
  readonly corners: readonly CellPlace[];
  readonly cost: number;
}
