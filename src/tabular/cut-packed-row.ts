import { BETWEEN, EXTRAS_PLACE, type PackedRow } from '../model/packed-row.ts';

/** The cells of one packed row after the other: `cutPackedRow` fills it anew for each, so that no row costs an object. */
export interface PackedCells {
  count: number;
  /** True where no cell is special. */
  isPlain: boolean;
  /** Where each cell begins, and one past the separator that would follow the last one. */
  starts: Uint32Array;
  /** 1 for a cell that may want quotes or a guard. */
  special: Uint8Array;
}

export function packedCells(): PackedCells {
  const room = EXTRAS_PLACE + 64;
  return { count: 0, isPlain: true, starts: new Uint32Array(room), special: new Uint8Array(room) };
}

/**
 * What a byte may mean for its cell. `special`: the cell may want quotes or a guard. `edge`: it does at either end.
 * `first`: it does at the beginning. `plus`: so does a plus, unless figures follow. Rather too careful than too bold,
 * as special cells are looked at again.
 */
export const KIND = { plain: 0, between: 1, special: 2, edge: 3, first: 4, plus: 5 } as const;
export const KINDS = new Uint8Array(256);
KINDS.fill(KIND.special, 0, 0x20);
// Blanks beyond ASCII, line separators and the byte order mark begin with these, as do many harmless characters.
for (const lead of [0xc2, 0xe1, 0xe2, 0xe3, 0xef]) KINDS[lead] = KIND.special;
for (const sign of '",;|') KINDS[sign.charCodeAt(0)] = KIND.special;
// A formula, a guard, or a `sep=` line.
for (const sign of "'=@-s") KINDS[sign.charCodeAt(0)] = KIND.first;
KINDS['+'.charCodeAt(0)] = KIND.plus;
KINDS[' '.charCodeAt(0)] = KIND.edge;
export const SEPARATOR = BETWEEN.charCodeAt(0);
KINDS[SEPARATOR] = KIND.between;

/** Finds the cells of a row. A hot loop: one look at each byte. */
export function cutPackedRow({ bytes, start, end }: PackedRow, cells: PackedCells): void {
  let { starts, special } = cells;
  let cell = 0;
  let isPlain = true;
  starts[0] = start;
  special[0] = 0;
  for (let at = start; at < end; at += 1) {
    const kind = KINDS[bytes[at] as number] as number;
    if (kind === KIND.plain) continue;
    if (kind === KIND.between) {
      cell += 1;
      if (cell + 1 === starts.length) ({ starts, special } = enlarge(cells));
      starts[cell] = at + 1;
      special[cell] = 0;
    } else if (isSpecialHere(bytes, at, { kind, end, isFirst: at === starts[cell] })) {
      special[cell] = 1;
      isPlain = false;
    }
  }
  starts[cell + 1] = end + 1;
  cells.count = cell + 1;
  cells.isPlain = isPlain;
}

function isSpecialHere(
  bytes: Uint8Array,
  at: number,
  { kind, end, isFirst }: { readonly kind: number; readonly end: number; readonly isFirst: boolean },
): boolean {
  if (kind === KIND.special) return true;
  if (kind === KIND.edge) return isFirst || at + 1 === end || bytes[at + 1] === SEPARATOR;
  return isFirst && (kind === KIND.first || !isNumber(bytes, at + 1, end));
}

/** Figures to the end of the cell: a phone number in international form is no formula. */
function isNumber(bytes: Uint8Array, from: number, end: number): boolean {
  let at = from;
  while (at < end && (bytes[at] as number) >= 0x30 && (bytes[at] as number) <= 0x39) at += 1;
  return at > from && (at === end || bytes[at] === SEPARATOR);
}

function enlarge(cells: PackedCells): PackedCells {
  const [starts, special] = [
    new Uint32Array(2 * cells.starts.length),
    new Uint8Array(2 * cells.starts.length),
  ];
  starts.set(cells.starts);
  special.set(cells.special);
  Object.assign(cells, { starts, special });
  return cells;
}
