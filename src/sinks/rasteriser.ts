import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { Rasteriser } from '../ports.ts';

let loading: Promise<void> | undefined;

/**
 * Draws with resvg, whose program (WebAssembly, 2.5 MB) is inside its npm package: the same dots on every machine.
 * `fonts` are whole font files for text in pictures of the organiser, such as an SVG logo; the letters of a badge are
 * shapes already.
 */
export async function createRasteriser(fonts: readonly Uint8Array[]): Promise<Rasteriser> {
  loading ??= initWasm(readProgram());
  await loading;
  return {
    png(svg, width) {
      const drawing = new Resvg(svg, {
        background: '#ffffff',
        fitTo: { mode: 'width', value: width },
        font: { fontBuffers: [...fonts], defaultFontFamily: 'Inter', sansSerifFamily: 'Inter' },
      });
      const image = drawing.render();
      const bytes = image.asPng();
      image.free();
      drawing.free();
      return bytes;
    },
  };
}

function readProgram(): Promise<Uint8Array<ArrayBuffer>> {
  return readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm'));
}
