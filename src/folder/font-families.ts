/** Words at the end of a family's name that only say how it is drawn; Typst leaves them out of the name. */
const STYLES =
  /[ -](?:thin|hairline|extra ?light|ultra ?light|light|book|regular|normal|medium|semi ?bold|demi ?bold|bold|extra ?bold|ultra ?bold|black|heavy|italic|oblique|condensed|expanded)$/i;

const FAMILY = 1;
const TYPOGRAPHIC_FAMILY = 16;

/**
 * The names by which a font file can be asked for, without repetition: TrueType, OpenType, or a collection of them.
 * Undefined where the bytes are no such file. Read from the table `name`
 * (https://learn.microsoft.com/en-us/typography/opentype/spec/name).
 */
export function fontFamilies(bytes: Uint8Array): readonly string[] | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const names = facesOf(file).flatMap((face) => namesOf(file, face));
    const families = names.flatMap((name) => [name, withoutStyle(name)]);
    return families.length === 0 ? undefined : [...new Set(families)];
  } catch (error) {
    if (error instanceof RangeError) return undefined; // an offset that leads out of the file
    throw error;
  }
}

/** Where the fonts in the file begin. */
function facesOf(file: Buffer): readonly number[] {
  const tag = file.toString('latin1', 0, 4);
  if (tag === 'ttcf') {
    const count = Math.min(file.readUInt32BE(8), 64);
    return Array.from({ length: count }, (_, index) => file.readUInt32BE(12 + 4 * index));
  }
  return ['\0\x01\0\0', 'OTTO', 'true'].includes(tag) ? [0] : [];
}

function namesOf(file: Buffer, face: number): readonly string[] {
  const table = findTable(file, face, 'name');
  if (table === undefined) return [];
  const count = file.readUInt16BE(table + 2);
  const texts = table + file.readUInt16BE(table + 4);
  return Array.from({ length: count }, (_, index) => table + 6 + 12 * index).flatMap((record) => {
    const [platform, id] = [file.readUInt16BE(record), file.readUInt16BE(record + 6)];
    if (id !== FAMILY && id !== TYPOGRAPHIC_FAMILY) return [];
    const start = texts + file.readUInt16BE(record + 10);
    const text = file.subarray(start, start + file.readUInt16BE(record + 8));
    // The Macintosh's names are in its own alphabets; whatever has one has a Unicode name too.
    return platform === 1 ? [] : [fromUtf16(text)];
  });
}

function findTable(file: Buffer, face: number, tag: string): number | undefined {
  const count = file.readUInt16BE(face + 4);
  const entries = Array.from({ length: count }, (_, index) => face + 12 + 16 * index);
  const entry = entries.find((one) => file.toString('latin1', one, one + 4) === tag);
  return entry === undefined ? undefined : file.readUInt32BE(entry + 8);
}

function fromUtf16(bytes: Buffer): string {
  return Buffer.from(bytes.subarray(0, bytes.length & ~1))
    .swap16()
    .toString('utf16le');
}

function withoutStyle(name: string): string {
  const shorter = name.replace(STYLES, '');
  return shorter === name ? name : withoutStyle(shorter);
}
