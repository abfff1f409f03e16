import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { findCoarsePictures } from '../../../../src/render/badges/preflight/coarse-pictures.ts';
import { findPrintedPictures } from '../../../../src/render/badges/preflight/printed-pictures.ts';
import { printBadges } from '../../../../src/render/badges/print-badges.ts';
import { createTypstPrinter } from '../../../../src/sinks/typst-printer.ts';
import { attendee } from '../../../core/assign/small-instances.ts';
import { printJob } from '../../../helpers/badge-fixtures.ts';

/** A black picture of so many pixels (https://www.w3.org/TR/png/); nobody looks at the check sums of this one. */
function png(width: number, height: number): Uint8Array {
  const chunk = (type: string, data: Buffer): Buffer => {
    const bytes = Buffer.alloc(12 + data.length);
    bytes.writeUInt32BE(data.length);
    bytes.write(type, 4, 'latin1');
    data.copy(bytes, 8);
    bytes.writeUInt32BE(crc(bytes.subarray(4, 8 + data.length)), 8 + data.length);
    return bytes;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const rows = deflateSync(Buffer.alloc((width + 1) * height));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  }
  return (rest ^ 0xffffffff) >>> 0;
}

const svgOf = (source: string, files: Readonly<Record<string, Uint8Array>>): readonly string[] =>
  createTypstPrinter()
    .compile({ source: `#set page(width: 100mm, height: 100mm, margin: 0mm)\n${source}`, files })
    .pictures().pages;

describe('findPrintedPictures', () => {
  test.each([
    ['as it is', '#image("a.png", width: 50.8mm)', 2, 1],
    ['scaled by its surroundings', '#scale(50%, image("a.png", width: 50.8mm))', 1, 0.5],
    ['turned', '#scale(50%, rotate(90deg, image("a.png", width: 50.8mm)))', 1, 0.5],
    ['cut to fill its frame', '#image("a.png", width: 25.4mm, height: 25.4mm, fit: "cover")', 2, 1],
    ['after something else that was scaled', '#scale(50%)[x]#image("a.png", width: 25.4mm)', 1, 0.5],
  ])('finds the size of a picture that is %s', (_, source, width, height) => {
    const bytes = png(20, 10);
    const [found, ...others] = svgOf(source, { 'a.png': bytes }).flatMap(findPrintedPictures);
    expect(others).toEqual([]);
    expect(found?.base64).toBe(Buffer.from(bytes).toString('base64'));
    expect(found?.width).toBeCloseTo(width, 3);
    expect(found?.height).toBeCloseTo(height, 3);
  });
});

describe('findCoarsePictures', () => {
  const bytes = png(200, 100);
  const pages = svgOf('#image("a.png", width: 25.4mm)\n#image("a.png", width: 50.8mm)', { 'a.png': bytes });

  test('says the path, and the fewest dots per inch of all places where it is printed', () => {
    expect(findCoarsePictures(pages, { 'our logo.png': bytes })).toMatchObject([
      { code: 'SOS539', message: 'The picture "our logo.png" is printed with 100 dots per inch.' },
    ]);
  });

  test('is content with 200, with drawings, and with what is not printed', () => {
    const once = svgOf('#image("a.png", width: 25.3mm)', { 'a.png': bytes });
    expect(findCoarsePictures(once, { 'a.png': bytes })).toEqual([]);
    const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    expect(findCoarsePictures(svgOf('#image("a.svg")', { 'a.svg': drawing }), { 'A.SVG': drawing })).toEqual(
      [],
    );
    expect(findCoarsePictures(pages, { 'other.png': png(3, 3) })).toEqual([]);
  });
});

test('a logo is measured as the size of the badge prints it', async () => {
  const logo = png(230, 115);
  const coarse = async (size: string) => {
    const job = printJob([attendee({ id: 'p1', name: 'Ann', code: 'V4Y4' })], { size, logos: ['logo.png'] });
    const { problems } = await printBadges(createTypstPrinter(), {
      ...job,
      files: { ...job.files, 'logo.png': logo },
      pictures: { 'logo.png': logo },
    });
    return problems.map((one) => one.message);
  };
  expect(await coarse('a7')).toEqual([]);
  expect(await coarse('a5')).toEqual([
    expect.stringMatching(/^The picture "logo\.png" is printed with 1\d\d dots/),
  ]);
});
