import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** The weights of Inter that an HTML design may use; each adds half a megabyte to the document. */
const WEIGHTS = { 400: '400Regular', 600: '600SemiBold', 800: '800ExtraBold' };

/** `@font-face` rules with Inter inside, so that a document looks the same where Inter is not installed. */
export async function readWebFonts(): Promise<string> {
  const { resolve } = createRequire(import.meta.url);
  const rules = Object.entries(WEIGHTS).map(async ([weight, style]) => {
    const font = await readFile(resolve(`@expo-google-fonts/inter/${style}/Inter_${style}.ttf`), 'base64');
    return `@font-face { font-family: Inter; font-weight: ${weight}; src: url(data:font/ttf;base64,${font}); }`;
  });
  return (await Promise.all(rules)).join('\n');
}
