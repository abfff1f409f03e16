import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Fonts } from '../ports.ts';

/**
 * ADD A SCRIPT: a row here and the package in package.json. Whole TrueType files are needed: of fonts that are cut
 * into subsets Typst finds one only. Regular and bold do for the scripts that few people's names are written in; all
 * of them are read in 3 ms.
 */
const SHIPPED: readonly (readonly [family: string, packageName: string, styles: readonly string[]])[] = [
  // Latin, Greek, Cyrillic, Vietnamese
  ['Inter', 'inter', ['400Regular', '500Medium', '600SemiBold', '700Bold', '800ExtraBold']],
  ['Vazirmatn', 'vazirmatn', ['400Regular', '700Bold']],
  ['Noto Sans Hebrew', 'noto-sans-hebrew', ['400Regular', '700Bold']],
  ['Noto Sans Devanagari', 'noto-sans-devanagari', ['400Regular', '700Bold']],
  ['Noto Sans Tamil', 'noto-sans-tamil', ['400Regular', '700Bold']],
  ['Noto Sans Thai', 'noto-sans-thai', ['400Regular', '700Bold']],
];

/** The fonts that sosent brings, and the organiser's own right after Inter. Signs of neither come from the machine. */
export function loadFonts(own: Fonts): Fonts {
  const [inter = '', ...others] = SHIPPED.map(([family]) => family);
  return {
    blobs: [
      ...SHIPPED.flatMap(([, name, styles]) => styles.map((style) => readShipped(name, style))),
      ...own.blobs,
    ],
    families: [inter, ...own.families, ...others],
  };
}

function readShipped(packageName: string, style: string): Uint8Array {
  const require = createRequire(import.meta.url);
  const family = packageName.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
  return readFileSync(require.resolve(`@expo-google-fonts/${packageName}/${style}/${family}_${style}.ttf`));
}
