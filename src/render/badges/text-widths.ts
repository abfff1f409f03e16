import type { PdfPrinter, PrintJob } from '../../ports.ts';
import { breakLines, lineWidth, type PieceWidths } from './line-breaks.ts';
import { joinPieces, piecesOf } from './text-pieces.ts';

/** The weights that the parts of a badge set texts in. */
const WEIGHTS = [400, 500, 600, 700, 800] as const;

/** More lines, pieces and letters of a piece are left to Typst: such a text is rare, and cut. */
const MOST_LINES = 3;
const MOST_PIECES = 40;
const LONGEST_PIECE = 100;

/** Letters are measured in this size, in points, and widths given in parts of it. */
const SIZE = 100;

/** The widths of a word, one for each weight. */
type Widths = readonly number[];

/** How a text can be set: `rows[n]` in n + 1 lines, and by weight how wide the widest of them is. */
interface TextSetting {
  readonly rows: readonly (readonly string[])[];
  readonly [weight: number]: readonly number[];
}

/** Gives the content of `widths.json` for a Typst source; texts in `ignored` are not printed. */
export type TextMeasurer = (source: string, ignored: ReadonlySet<string>) => string;

/**
 * Measures the texts of Typst sources, each word once for all documents of a print. What it gives back is the content
 * of the file `widths.json` that `lib/fit.typ` reads. Typst measures the words, so that shaping, kerning and fallback
 * fonts are those of the print; doing it once a word and not for every badge is what makes thousands of badges quick.
 */
export function createTextMeasurer(printer: PdfPrinter, library: PrintJob['files']): TextMeasurer {
  const known = new Map<string, Widths>();
  return (source, ignored) => {
    const texts = textsOf(source).filter((text) => !ignored.has(text));
    const words = new Set(['', ...texts.flatMap((text) => piecesOf(text).map((one) => one.text))]);
    const unknown = [...words].filter((word) => !known.has(word));
    for (const [word, widths] of measureWords(printer, library, unknown)) known.set(word, widths);
    return JSON.stringify(Object.fromEntries(texts.map((text) => [text, settingsOf(text, known)])));
  };
}

/** The different texts of a source that are short enough. */
function textsOf(source: string): readonly string[] {
  const texts = new Set<string>();
  for (const [, text = ''] of source.matchAll(/"((?:[^"\\]|\\.)*)"/gs)) {
    // Images and colours are no texts.
    if (!/^(?:<svg |#[0-9a-f]{6}$)/.test(text)) texts.add(unescapeTypst(text));
  }
  return [...texts].filter((text) => {
    const pieces = piecesOf(text);
    return pieces.length <= MOST_PIECES && pieces.every((one) => one.text.length <= LONGEST_PIECE);
  });
}

/** The escapes that `typstLiteral` writes. */
function unescapeTypst(text: string): string {
  return text.replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign));
}

function settingsOf(text: string, known: ReadonlyMap<string, Widths>): TextSetting {
  const pieces = piecesOf(text);
  const widthsAt = (weight: number): PieceWidths => {
    const blank = known.get('')?.[weight] ?? 0;
    return {
      widths: pieces.map((one) => known.get(one.text)?.[weight] ?? 0),
      gaps: pieces.map((one) => (one.spaced ? blank : 0)),
    };
  };
  const widest = widthsAt(WEIGHTS.length - 1);
  // Signs that have no width are as good as none.
  if (widest.widths.every((width) => width === 0)) return { rows: [] };
  const breaks = breakLines(widest, MOST_LINES);
  const byWeight = WEIGHTS.map((weight, index) => {
    const widths = widthsAt(index);
    const widestOf = (rows: readonly (readonly number[])[]): number =>
      Math.max(...rows.map((row) => lineWidth(row, widths)));
    return [weight, breaks.map((rows) => round(widestOf(rows)))] as const;
  });
  const rows = breaks.map((lines) =>
    lines.map((row) => joinPieces(row.flatMap((index) => pieces[index] ?? []))),
  );
  return { rows, ...Object.fromEntries(byWeight) };
}

/** Words in letters of Inter, whose weights differ evenly: what lies between two is at most 0.8 % narrower than taken. */
const IN_INTER = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}]*$/u;

/** Pairs of word and widths; the blank is that of the word ''. */
function measureWords(
  printer: PdfPrinter,
  library: PrintJob['files'],
  words: readonly string[],
): readonly (readonly [word: string, widths: Widths])[] {
  const even = words.filter((word) => IN_INTER.test(word));
  const others = words.filter((word) => !IN_INTER.test(word));
  const [light = 400, bold = 800] = [WEIGHTS[0], WEIGHTS.at(-1)];
  return [
    ...measure(printer, library, { words: even, weights: [light, bold] }).map(
      ([thin = 0, thick = 0], index) =>
        [
          even[index] ?? '',
          WEIGHTS.map((weight) => thin + ((thick - thin) * (weight - light)) / (bold - light)),
        ] as const,
    ),
    ...measure(printer, library, { words: others, weights: WEIGHTS }).map(
      (widths, index) => [others[index] ?? '', widths] as const,
    ),
  ];
}

function measure(
  printer: PdfPrinter,
  library: PrintJob['files'],
  { words, weights }: { readonly words: readonly string[]; readonly weights: readonly number[] },
): readonly Widths[] {
  if (words.length === 0) return [];
  const source = `#import "lib.typ": *
#show: sheet
#set text(size: ${SIZE}pt)
#context [#metadata(json("words.json").map(word => (${weights.join(', ')}).map(weight =>
  measure(text(weight: weight, if word == "" { sym.space.nobreak } else { word })).width / ${SIZE}pt
)))<widths>]`;
  const files = { ...library, 'widths.json': '{}', 'words.json': JSON.stringify(words) };
  // The label is ours, and so is the shape of its value.
  const [widths = []] = printer.compile({ source, files }).marks('widths') as Widths[][];
  return widths;
}

function round(width: number): number {
  return Math.ceil(width * 1000) / 1000;
}
