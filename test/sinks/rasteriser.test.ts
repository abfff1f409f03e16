import { describe, expect, test } from 'vitest';
import { createRasteriser } from '../../src/sinks/rasteriser.ts';

const square = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 20">${inside}</svg>`;

describe('a picture of dots', async () => {
  const rasteriser = await createRasteriser([]);

  test('is a PNG as wide as asked for, and as high as the picture then is', () => {
    const png = Buffer.from(rasteriser.png(square(''), 30));
    expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([30, 60]);
  });

  test('is the same for the same shapes, and another for others', () => {
    const draw = (fill: string) =>
      Buffer.from(rasteriser.png(square(`<path fill="${fill}" d="M1 1h5v5z"/>`), 30));
    expect(draw('#f00').equals(draw('#f00'))).toBe(true);
    expect(draw('#f00').equals(draw('#00f'))).toBe(false);
  });

  test('is white where nothing is drawn', () => {
    const nothing = Buffer.from(rasteriser.png(square(''), 30));
    const white = Buffer.from(rasteriser.png(square('<path fill="#fff" d="M0 0h10v20H0z"/>'), 30));
    expect(nothing.equals(white)).toBe(true);
  });
});
