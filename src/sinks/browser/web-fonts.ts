import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** The weights of Inter that an HTML design and an SVG logo may use; each adds half a megabyte to an HTML document. */
const WEIGHTS = { 400: '400Regular', 600: '600SemiBold', 800: '800ExtraBold' };

/** `@font-face` rules with Inter inside, so that a document looks the same where Inter is not installed. */
export async function readWebFonts(): Promise<string> {
  const weights = Object.keys(WEIGHTS);
  return (await readInter())
    .map((font, index) => {
      const data = `data:font/ttf;base64,${font.toString('base64')}`;
      return `@font-face { font-family: Inter; font-weight: ${weights[index]}; src: url(${data}); }`;
    })
    .join('\n');
}

/** The same weights as font files. */
export function readInter(): Promise<readonly Buffer[]> {
  const { resolve } = createRequire(import.meta.url);
  return Promise.all(
    Object.values(WEIGHTS).map((style) =>
      readFile(resolve(`@expo-google-fonts/inter/${style}/Inter_${style}.ttf`)),
    ),
  );
}
