import type { PdfPrinter, PrintJob } from '../../ports.ts';

/** The weights that the parts of a badge set texts in. */
const WEIGHTS = [400, 500, 600, 700, 800] as const;

/** Longer words are cut, and measured where they stand. */
const LONGEST = 200;

/** Letters are measured in this size, in points, and widths given in parts of it. */
const SIZE = 100;

/**
 * Measures the words of Typst sources, each once for all documents of a print. The result is the text of the file
 * `widths.json` that `lib/fit.typ` reads: width in parts of the size of the letters, by weight and word, for every
 * word between quotes. Typst measures them itself, so that shaping, kerning and fallback fonts are those of the print;
 * doing it once a word and not once a badge takes a third of the time.
 */
export function createWordMeasurer(
  printer: PdfPrinter,
  library: PrintJob['files'],
): (source: string) => string {
  const known = new Map<string, readonly number[]>();
  return (source) => {
    const words = wordsOf(source);
    const unknown = words.filter((word) => !known.has(word));
    for (const [index, widths] of measure(printer, library, unknown).entries()) {
      known.set(unknown[index] ?? '', widths);
    }
    const byWeight = WEIGHTS.map((weight, index) => [
      weight,
      Object.fromEntries(words.map((word) => [word, known.get(word)?.[index] ?? 0])),
    ]);
    return JSON.stringify(Object.fromEntries(byWeight));
  };
}

/** The different words of all texts of a source; '' stands for the blank between them. */
function wordsOf(source: string): readonly string[] {
  const words = new Set(['', '·']);
  for (const [, text = ''] of source.matchAll(/"((?:[^"\\]|\\.)*)"/gs)) {
    // An image, or a colour.
    if (/^(?:<svg |#[0-9a-f]{6}$)/.test(text)) continue;
    for (const word of unescape(text).split(/\s+/)) if (word.length <= LONGEST) words.add(word);
  }
  return [...words];
}

/** The escapes that `typstLiteral` writes. */
function unescape(text: string): string {
  return text.replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign));
}

function measure(
  printer: PdfPrinter,
  library: PrintJob['files'],
  words: readonly string[],
): readonly (readonly number[])[] {
  if (words.length === 0) return [];
  const source = `#import "lib.typ": *
#show: sheet
#set text(size: ${SIZE}pt)
#context [#metadata(json("words.json").map(word => (${WEIGHTS.join(', ')}).map(weight =>
  calc.round(measure(text(weight: weight, if word == "" { sym.space.nobreak } else { word })).width / ${SIZE}pt, digits: 4)
)))<widths>]`;
  const files = { ...library, 'widths.json': '{}', 'words.json': JSON.stringify(words) };
  // The label is ours, and so is the shape of its value.
  const [widths = []] = printer.compile({ source, files }).marks('widths') as number[][][];
  return widths;
}
