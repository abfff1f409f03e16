import { enlarged } from '../enlarge.ts';

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
  /** False for one whose key is ''. */
  readonly hasKey: (item: number) => boolean;
  /** True where nothing else can have its key, which is so for nearly everything. */
  readonly isAlone: (item: number) => boolean;
}

/** The hash of what has no key. */
const NO_KEY = 0;
const NOTHING: readonly number[] = [];

/**
 * Adding a key keeps its hash; the table is made when it is first asked, all at once: looks into far memory that follow
 * each other at once overlap, and those between other work wait for each other.
 */
export function createKeyIndex(): KeyIndex {
  /** Per bucket the latest item, plus one; 0 where it is empty. */
  let heads = new Int32Array(64);
  /** Per item its hash, and the item before it in its bucket, plus one. */
  let hashes = new Int32Array(64);
  let before = new Int32Array(0);
  let keys = 0;
  let items = 0;
  let isMade = true;

  const bucketOf = (hash: number): number => hash & (heads.length - 1);
  const make = (): void => {
    if (isMade) return;
    heads = new Int32Array(2 ** Math.ceil(Math.log2(keys + 64)));
    before = new Int32Array(items);
    for (let item = 0; item < items; item += 1) {
      const hash = hashes[item] as number;
      if (hash === NO_KEY) continue;
      const bucket = bucketOf(hash);
      before[item] = heads[bucket] as number;
      heads[bucket] = item + 1;
    }
    isMade = true;
  };
  function* withHash(hash: number, except: number): Generator<number> {
    for (let next = heads[bucketOf(hash)] ?? 0; next !== 0; next = before[next - 1] ?? 0) {
      if (hashes[next - 1] === hash && next - 1 !== except) yield next - 1;
    }
  }
  const isAlone = (item: number): boolean => {
    make();
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
      if (item >= hashes.length) hashes = enlarged(hashes, item + 1);
      items = item + 1;
      isMade = false;
      if (key === '') return;
      hashes[item] = hashOf(key);
      keys += 1;
    },
    find(key) {
      make();
      return key === '' ? NOTHING : withHash(hashOf(key), -1);
    },
    others: (item) => (isAlone(item) ? NOTHING : withHash(hashes[item] ?? NO_KEY, item)),
    isAlone,
    hasKey: (item) => (hashes[item] ?? NO_KEY) !== NO_KEY,
  };
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
