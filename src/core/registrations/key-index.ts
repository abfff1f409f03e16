/**
 * Finds numbers by text: a hash table in typed arrays, a tenth of the memory of a Map with a million texts. It keeps no
 * text, so that it may find a number too many; whoever asks compares.
 */
export interface KeyIndex {
  /** Numbers from 0 in rising order, each once; '' is no key. */
  readonly add: (item: number, key: string) => void;
  /** Every number that was added with this key, and perhaps others, the latest first. */
  readonly find: (key: string) => Iterable<number>;
}

export function createKeyIndex(): KeyIndex {
  /** Per bucket the latest item, plus one; 0 where it is empty. */
  let heads = new Int32Array(64);
  /** Per item its hash, and the item before it in its bucket, plus one. */
  let hashes = new Int32Array(64);
  let before = new Int32Array(64);
  let count = 0;

  const link = (item: number): void => {
    const bucket = (hashes[item] ?? 0) & (heads.length - 1);
    before[item] = heads[bucket] ?? 0;
    heads[bucket] = item + 1;
  };
  const grow = (item: number): void => {
    if (item >= hashes.length) {
      const size = 2 ** Math.ceil(Math.log2(item + 2));
      hashes = enlarge(hashes, size);
      before = enlarge(before, size);
    }
  };
  const items: number[] = [];
  const rehash = (): void => {
    heads = new Int32Array(heads.length * 4);
    for (const item of items) link(item);
  };
  return {
    add(item, key) {
      if (key === '') return;
      grow(item);
      hashes[item] = hashOf(key);
      items.push(item);
      count += 1;
      if (count > heads.length) rehash();
      else link(item);
    },
    *find(key) {
      if (key === '') return;
      const hash = hashOf(key);
      for (let next = heads[hash & (heads.length - 1)] ?? 0; next !== 0; next = before[next - 1] ?? 0) {
        if (hashes[next - 1] === hash) yield next - 1;
      }
    },
  };
}

function enlarge(array: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(size);
  larger.set(array);
  return larger;
}

/** FNV-1a over UTF-16 code units, with the last mixing step of MurmurHash3 so that the low bits are good ones. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
