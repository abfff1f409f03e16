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
      if (used + end - start >= keys.length)
        keys = enlarge(keys, new Uint8Array(2 * (used + end - start + 1)));
      if (count === starts.length) starts = enlarge(starts, new Uint32Array(2 * count));
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

/** Radix sort from the first byte on: each byte that tells keys apart is looked at about once. A hot loop. */
function radixSort(order: Uint32Array<ArrayBuffer>, { keys, starts }: Keys): Uint32Array {
  const moved = new Uint32Array(order.length);
  const ends = new Uint32Array(256);
  /** Stretches to be sorted, each as where it begins and ends and how many bytes its keys have in common. */
  const open = [0, order.length, 0];
  while (open.length > 0) {
    const [from = 0, to = 0, depth = 0] = open.splice(-3);
    if (to - from <= FEW) {
      insertionSort(order, { from, to, depth }, { keys, starts });
      continue;
    }
    ends.fill(0);
    for (let at = from; at < to; at += 1) {
      const byte = keys[(starts[order[at] as number] as number) + depth] as number;
      ends[byte] = (ends[byte] as number) + 1;
    }
    let next = from;
    for (let byte = 0; byte < 256; byte += 1) {
      const size = ends[byte] as number;
      if (byte > 0 && size > 1) open.push(next, next + size, depth + 1);
      ends[byte] = next;
      next += size;
    }
    for (let at = from; at < to; at += 1) {
      const place = order[at] as number;
      const byte = keys[(starts[place] as number) + depth] as number;
      const end = ends[byte] as number;
      moved[end] = place;
      ends[byte] = end + 1;
    }
    order.set(moved.subarray(from, to), from);
  }
  return order;
}

function insertionSort(
  order: Uint32Array,
  { from, to, depth }: { readonly from: number; readonly to: number; readonly depth: number },
  { keys, starts }: Keys,
): void {
  for (let at = from + 1; at < to; at += 1) {
    const place = order[at] as number;
    let free = at;
    while (free > from) {
      const other = order[free - 1] as number;
      if (compareFrom(keys, (starts[other] as number) + depth, (starts[place] as number) + depth) <= 0) break;
      order[free] = other;
      free -= 1;
    }
    order[free] = place;
  }
}

function compareFrom(keys: Uint8Array, a: number, b: number): number {
  let at = 0;
  while (keys[a + at] === keys[b + at] && keys[a + at] !== 0) at += 1;
  return (keys[a + at] as number) - (keys[b + at] as number);
}

function enlarge<A extends Uint8Array | Uint32Array>(array: A, larger: A): A {
  larger.set(array);
  return larger;
}
