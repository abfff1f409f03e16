import { enlarged } from './enlarge.ts';

/** Texts as bytes one after the other, to be put in order: what a million strings would take many times the room for. */
export interface ByteKeys {
  /** The next key, in UTF-8. */
  readonly add: (bytes: Uint8Array, start: number, end: number) => void;
  /** These places of keys, from 0, by `compareText` of the keys; those of equal keys stay as they come. */
  readonly inOrder: (places: Uint32Array) => Uint32Array;
}

/**
 * The order of UTF-8 is that of code points, and that of strings is of UTF-16, which has what lies beyond U+FFFF (bytes
 * from 0xf0) before U+E000 to U+FFFF (0xee and 0xef). From 1, as 0 ends a key.
 */
const RANKS = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte === 0xee || byte === 0xef) return byte + 6;
  return byte < 0xee ? byte + 1 : byte - 1;
});
/** So few keys are sorted sooner by comparing them. */
const FEW = 24;

export function byteKeys(): ByteKeys {
  let keys = new Uint8Array(1024);
  let starts = new Uint32Array(64);
  let used = 0;
  let count = 0;
  return {
    add(bytes, start, end) {
      const most = used + end - start + 1;
      if (most > keys.length) keys = enlarged(keys, most);
      if (count === starts.length) starts = enlarged(starts);
      starts[count] = used;
      count += 1;
      for (let at = start; at < end; at += 1) {
        keys[used] = RANKS[bytes[at] as number] as number;
        used += 1;
      }
      keys[used] = 0;
      used += 1;
    },
    inOrder: (places) => radixSort(places.slice(), { keys, starts }),
  };
}

interface Keys {
  readonly keys: Uint8Array;
  /** Where each begins. */
  readonly starts: Uint32Array;
}

/**
 * Radix sort from the first byte on: each byte that tells keys apart is looked at about once. A hot loop; what it looks
 * at more than once is kept in the order of the places, because far memory costs more than all the rest.
 */
function radixSort(order: Uint32Array<ArrayBuffer>, { keys, starts }: Keys): Uint32Array {
  const { length } = order;
  const from = Uint32Array.from(order, (place) => starts[place] as number);
  const moved = {
    order: new Uint32Array(length),
    from: new Uint32Array(length),
    byte: new Uint8Array(length),
  };
  const ends = new Uint32Array(256);
  /** Stretches to be sorted, each as where it begins and ends and how many bytes its keys have in common. */
  const open = [0, length, 0];
  while (open.length > 0) {
    const depth = open.pop() as number;
    const last = open.pop() as number;
    const first = open.pop() as number;
    if (last - first <= FEW) {
      insertionSort({ order, from, keys }, { first, last, depth });
      continue;
    }
    ends.fill(0);
    for (let at = first; at < last; at += 1) {
      const byte = keys[(from[at] as number) + depth] as number;
      moved.byte[at] = byte;
      ends[byte] = (ends[byte] as number) + 1;
    }
    let next = first;
    for (let byte = 0; byte < 256; byte += 1) {
      const size = ends[byte] as number;
      if (byte > 0 && size > 1) open.push(next, next + size, depth + 1);
      ends[byte] = next;
      next += size;
    }
    // All of them have this byte in common.
    if (open.at(-2) === last && open.at(-3) === first) continue;
    for (let at = first; at < last; at += 1) {
      const byte = moved.byte[at] as number;
      const end = ends[byte] as number;
      moved.order[end] = order[at] as number;
      moved.from[end] = from[at] as number;
      ends[byte] = end + 1;
    }
    order.set(moved.order.subarray(first, last), first);
    from.set(moved.from.subarray(first, last), first);
  }
  return order;
}

function insertionSort(
  {
    order,
    from,
    keys,
  }: { readonly order: Uint32Array; readonly from: Uint32Array; readonly keys: Uint8Array },
  { first, last, depth }: { readonly first: number; readonly last: number; readonly depth: number },
): void {
  for (let at = first + 1; at < last; at += 1) {
    const [place, start] = [order[at] as number, from[at] as number];
    let free = at;
    while (free > first && compareFrom(keys, (from[free - 1] as number) + depth, start + depth) > 0) {
      order[free] = order[free - 1] as number;
      from[free] = from[free - 1] as number;
      free -= 1;
    }
    order[free] = place;
    from[free] = start;
  }
}

function compareFrom(keys: Uint8Array, a: number, b: number): number {
  let at = 0;
  while (keys[a + at] === keys[b + at] && keys[a + at] !== 0) at += 1;
  return (keys[a + at] as number) - (keys[b + at] as number);
}
