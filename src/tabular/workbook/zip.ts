import { inflateRawSync } from 'node:zlib';

/** One file of a zip archive, as its directory lists it. */
export interface ZipEntry {
  readonly name: string;
  /** Bytes when unpacked, as the directory claims. */
  readonly size: number;
  readonly packedSize: number;
  /** 0 is stored as it is, 8 is deflated. */
  readonly method: number;
  readonly offset: number;
}

const END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

/**
 * What a zip archive holds, without unpacking anything (APPNOTE.TXT 4.3.12 and 4.3.16). Undefined where the archive has
 * no directory, because it is broken off or is none.
 */
export function listZip(bytes: Uint8Array): readonly ZipEntry[] | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(buffer);
  if (end === undefined) return undefined;
  const entries: ZipEntry[] = [];
  let at = buffer.readUInt32LE(end + 16);
  for (let left = buffer.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== DIRECTORY_ENTRY) return undefined;
    const nameEnd = at + 46 + buffer.readUInt16LE(at + 28);
    entries.push({
      name: buffer.toString('utf8', at + 46, nameEnd),
      method: buffer.readUInt16LE(at + 10),
      packedSize: buffer.readUInt32LE(at + 20),
      size: buffer.readUInt32LE(at + 24),
      offset: buffer.readUInt32LE(at + 42),
    });
    at = nameEnd + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return entries;
}

/** The directory ends the file, save for a comment of at most 64 kB. */
function findEnd(buffer: Buffer): number | undefined {
  for (let at = buffer.length - 22; at >= Math.max(0, buffer.length - 22 - 0xffff); at -= 1) {
    if (buffer.readUInt32LE(at) === END) return at;
  }
  return undefined;
}

/** One file of the archive, never more than its directory claims; undefined where it cannot be unpacked. */
export function unpack(bytes: Uint8Array, entry: ZipEntry): Buffer | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > buffer.length) return undefined;
  const from =
    entry.offset + 30 + buffer.readUInt16LE(entry.offset + 26) + buffer.readUInt16LE(entry.offset + 28);
  const packed = buffer.subarray(from, from + entry.packedSize);
  if (packed.length < entry.packedSize) return undefined;
  if (entry.method === 0) return packed;
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) });
  } catch {
    return undefined; // zlib has nothing to say but that it is damaged, or larger than claimed
  }
}
