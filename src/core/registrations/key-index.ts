/**
 * Finds numbers by text: a hash table in typed arrays, a tenth of the memory of a Map with a million texts. It keeps no
 * text, so that it may find a number too many; whoever asks compares.
 */
export interface KeyIndex {
  /** Numbers from 0 in rising order, each once; '' is no key. */
  readonly add: (item: number, key: string) => void;
  /** Every number that was added with this key, and perhaps others, the latest first. */
  readonly find: (key: string) => Iterable<number>;
  /** The numbers that were added with the key of this one, and perhaps others, the latest first. */
  readonly others: (item: number) => Iterable<number>;
  /** True where nothing else can have its key, which is so for nearly everything. */
  readonly isAlone: (item: number) => boolean;
}

/** The hash of what has no key. */
const NO_KEY = 0;
const NOTHING: readonly number[] = [];

export function createKeyIndex(): KeyIndex {
  /** Per bucket the latest item, plus one; 0 where it is empty. */
  let heads = new Int32Array(64);
  /** Per item its hash, and the item before it in its bucket, plus one. */
  let hashes = new Int32Array(64);
  let before = new Int32Array(64);
  let count = 0;

  const bucketOf = (hash: number): number => hash & (heads.length - 1);
  const link = (item: number): void => {
    const bucket = bucketOf(hashes[item] ?? NO_KEY);
    before[item] = heads[bucket] ?? 0;
    heads[bucket] = item + 1;
  };
  const grow = (item: number): void => {
    if (item < hashes.length) return;
    const size = 2 ** Math.ceil(Math.log2(item + 2));
    hashes = enlarge(hashes, size);
    before = enlarge(before, size);
  };
  const rehash = (last: number): void => {
    heads = new Int32Array(heads.length * 4);
    for (let item = 0; item <= last; item += 1) if (hashes[item] !== NO_KEY) link(item);
  };
  function* withHash(hash: number, except: number): Generator<number> {
    for (let next = heads[bucketOf(hash)] ?? 0; next !== 0; next = before[next - 1] ?? 0) {
      if (hashes[next - 1] === hash && next - 1 !== except) yield next - 1;
    }
  }
  const isAlone = (item: number): boolean => {
    const hash = hashes[item] ?? NO_KEY;
    if (hash === NO_KEY) return true;
    let same = 0;
    for (let next = heads[bucketOf(hash)] ?? 0; next !== 0 && same < 2; next = before[next - 1] ?? 0) {
      if (hashes[next - 1] === hash) same += 1;
    }
    return same < 2;
  };
  return {
    add(item, key) {
      grow(item);
      if (key === '') return;
      hashes[item] = hashOf(key);
      count += 1;
      if (count > heads.length) rehash(item);
      else link(item);
    },
    find: (key) => (key === '' ? NOTHING : withHash(hashOf(key), -1)),
    others: (item) => (isAlone(item) ? NOTHING : withHash(hashes[item] ?? NO_KEY, item)),
    isAlone,
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
  hash ^= hash >>> 16;
  return hash === NO_KEY ? 1 : hash;
}
