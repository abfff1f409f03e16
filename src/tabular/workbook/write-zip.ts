import { constants, crc32, deflateRawSync } from 'node:zlib';

/** One file of an archive, in pieces that are packed one by one, so that no file is ever whole in memory. */
export interface ZipPart {
  readonly path: string;
  readonly pieces: Iterable<string>;
}

/** Zip keeps no time before 1980; a fixed one gives the same bytes on any day. 1 January 1980, as MS-DOS writes days. */
const DAY = 0x21;
/** Names are UTF-8. */
const FLAGS = 0x0800;
const DEFLATED = 8;

/** A zip archive (APPNOTE.TXT 4.3). Less than 4 GB and 65,536 files: a workbook has no more. */
export function writeZip(parts: readonly ZipPart[]): Uint8Array {
  const bodies: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { path, pieces } of parts) {
    const name = Buffer.from(path);
    const { packed, size, packedSize, crc } = pack(pieces);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0); // version needed
    about.writeUInt16LE(FLAGS, 2);
    about.writeUInt16LE(DEFLATED, 4);
    about.writeUInt16LE(DAY, 8);
    about.writeUInt32LE(crc, 10);
    about.writeUInt32LE(packedSize, 14);
    about.writeUInt32LE(size, 18);
    about.writeUInt16LE(name.length, 22);
    bodies.push(Buffer.from('PK\x03\x04', 'latin1'), about, name, ...packed);
    const entry = Buffer.alloc(46);
    entry.write('PK\x01\x02\x14\0', 'latin1');
    about.copy(entry, 6);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, name);
    offset += 4 + about.length + name.length + packedSize;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, listing, end]);
}

interface Packed {
  readonly packed: readonly Uint8Array[];
  readonly size: number;
  readonly packedSize: number;
  readonly crc: number;
}

/** Every piece is deflated by itself and ends on a whole byte (a sync flush), so that all together are one stream. */
function pack(pieces: Iterable<string>): Packed {
  const packed: Uint8Array[] = [];
  let [size, packedSize, crc] = [0, 0, 0];
  const add = (bytes: Uint8Array): void => {
    packed.push(bytes);
    packedSize += bytes.length;
  };
  for (const piece of pieces) {
    const bytes = Buffer.from(piece);
    size += bytes.length;
    crc = crc32(bytes, crc);
    add(deflateRawSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, level: LEVEL }));
  }
  add(deflateRawSync(Buffer.alloc(0), { level: LEVEL }));
  return { packed, size, packedSize, crc };
}

/** Sheets repeat themselves so much that the higher levels of zlib take twice as long for a few per cent. */
const LEVEL = 3;
