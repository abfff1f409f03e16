/** One square, for every sign of the font. */
const SQUARE = [0, 0, 700, 0, 700, 700, 0, 700] as const;

/**
 * A whole TrueType font of one glyph besides the missing one: a square 700 units high, for this sign
 * (https://learn.microsoft.com/en-us/typography/opentype/spec/).
 */
export function makeFont(family: string, sign: string): Uint8Array {
  const code = sign.codePointAt(0) ?? 0;
  const glyph = Buffer.concat([
    int16(1, 0, 0, 700, 700, 3, 0),
    Buffer.from([1, 1, 1, 1]),
    int16(...differences(SQUARE, 0), ...differences(SQUARE, 1)),
  ]);
  const tables = {
    'OS/2': Buffer.concat([
      int16(4, 700, 400, 5, 0),
      Buffer.alloc(58),
      int16(800, -200, 0, 800, 200),
      Buffer.alloc(18),
    ]),
    cmap: Buffer.concat([int16(0, 1, 3, 10), uint32(12), int16(12, 0), uint32(28, 0, 1, code, code, 1)]),
    glyf: glyph,
    head: Buffer.concat([
      uint32(0x10000, 0x10000, 0, 0x5f0f3cf5),
      int16(0, 1000),
      Buffer.alloc(16),
      int16(0, 0, 700, 700, 0, 8, 2, 1, 0),
    ]),
    hhea: Buffer.concat([uint32(0x10000), int16(800, -200, 0, 800, 0, 0, 800, 1, 0, 0, 0, 0, 0, 0, 0, 2)]),
    hmtx: int16(800, 0, 800, 0),
    loca: uint32(0, 0, glyph.length),
    maxp: Buffer.concat([uint32(0x10000), int16(2, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)]),
    name: nameTable(family),
    post: Buffer.concat([uint32(0x30000, 0), int16(-100, 50), uint32(0, 0, 0, 0, 0)]),
  };
  return assemble(tables);
}

function assemble(tables: Readonly<Record<string, Buffer>>): Buffer {
  const entries = Object.entries(tables);
  let offset = 12 + 16 * entries.length;
  const records: Buffer[] = [];
  const bodies: Buffer[] = [];
  for (const [tag, table] of entries) {
    records.push(Buffer.from(tag.padEnd(4), 'latin1'), uint32(0, offset, table.length));
    const padded = Buffer.alloc(Math.ceil(table.length / 4) * 4);
    table.copy(padded);
    bodies.push(padded);
    offset += padded.length;
  }
  return Buffer.concat([uint32(0x10000), int16(entries.length, 0, 0, 0), ...records, ...bodies]);
}

/** Family and style, for Windows in English. */
function nameTable(family: string): Buffer {
  const texts = [family, 'Regular'].map((text) => Buffer.from(text, 'utf16le').swap16());
  const records = texts.map((text, index) => {
    const start = texts.slice(0, index).reduce((sum, one) => sum + one.length, 0);
    return int16(3, 1, 0x409, index + 1, text.length, start);
  });
  return Buffer.concat([int16(0, texts.length, 6 + 12 * texts.length), ...records, ...texts]);
}

/** Coordinates as TrueType keeps them: each as the step from the one before. */
function differences(points: readonly number[], from: 0 | 1): number[] {
  const values = points.filter((_, index) => index % 2 === from);
  return values.map((value, index) => value - (values[index - 1] ?? 0));
}

function int16(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(2 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt16BE(value & 0xffff, 2 * index);
  return bytes;
}

function uint32(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, 4 * index);
  return bytes;
}
