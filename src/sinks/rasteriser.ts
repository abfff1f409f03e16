import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type CustomFontsOptions, initWasm, Resvg } from '@resvg/resvg-wasm';
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
  const font = { fontBuffers: [...fonts], defaultFontFamily: 'Inter', sansSerifFamily: 'Inter' };
  return {
    png(svg, width) {
      const drawing = new Resvg(outlineWords(svg, font), {
        background: '#ffffff',
        fitTo: { mode: 'width', value: width },
        font,
      });
      const image = drawing.render();
      const bytes = image.asPng();
      image.free();
      drawing.free();
      return bytes;
    },
  };
}

/** Pictures within the picture whose words are shapes: resvg draws no letters there. */
function outlineWords(svg: string, font: CustomFontsOptions): string {
  return svg.replaceAll(/(?<=data:image\/svg\+xml;base64,)[\w+/=]+/g, (data) => {
    const inner = Buffer.from(data, 'base64').toString('utf8');
    if (!/<text\b/.test(inner)) return data;
    const drawing = new Resvg(inner, { font });
    const outlined = drawing.toString();
    drawing.free();
    return Buffer.from(outlined).toString('base64');
  });
}

function readProgram(): Promise<Uint8Array<ArrayBuffer>> {
  return readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm'));
}
