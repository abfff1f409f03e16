import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import {
  type CompiledDocument,
  type Fonts,
  type PagePictures,
  type PdfPrinter,
  type PrintJob,
  TypstFailure,
  type TypstReason,
} from '../ports.ts';
import { loadFonts } from './fonts.ts';
import { withBoxes } from './pdf-boxes.ts';

/** A folder that is nowhere on the disk, so that a template reads only the files it is given. */
const ROOT = '/sosent-print';

/**
 * Prints with Typst, whose program is inside its npm package: no browser and no installed font is needed. Templates
 * find the families in `sys.inputs.fonts`, as JSON; signs that none of them has are taken from the machine's fonts.
 */
export function createTypstPrinter(own: Fonts = { blobs: [], families: [] }): PdfPrinter {
  const { blobs, families } = loadFonts(own);
  const compiler = NodeCompiler.create({
    workspace: ROOT,
    fontArgs: [{ fontBlobs: blobs.map((blob) => Buffer.from(blob)) }],
    inputs: { fonts: JSON.stringify(families) },
  });
  const tighten = createTightener();
  let jobs = 0;
  const layOut = ({ source, files }: PrintJob): NodeTypstDocument => {
    // A path of its own for every source: Typst 0.14 aborts the process when one file is replaced by another in
    // which some multi-byte character ends in the same bytes.
    jobs += 1;
    const folder = `${ROOT}/${jobs}`;
    for (const [path, content] of Object.entries(files)) {
      compiler.mapShadow(`${folder}/${path}`, Buffer.from(content));
    }
    const main = `${folder}/main.typ`;
    compiler.addSource(main, source);
    const compiled = compiler.compile({ mainFilePath: main });
    const { result } = compiled;
    if (result === null) throw new TypstFailure(reasonsOf(compiler, compiled));
    return result;
  };
  return {
    compile: (job) => compiledDocument(compiler, layOut(job), tighten),
    withoutGlyph: (texts) => findUnprintable(texts, (some) => canShow(compiler, layOut, some)),
  };
}

function compiledDocument(
  compiler: NodeCompiler,
  document: NodeTypstDocument,
  tighten: (svg: string) => string,
): CompiledDocument {
  return {
    pages: document.numOfPages,
    marks: (label) => compiler.query(document, { selector: `<${label}>`, field: 'value' }),
    pdf(createdAt, boxes) {
      const pdf = compiler.pdf(document, {
        pdfTags: false,
        creationTimestamp: Math.floor(createdAt.getTime() / 1000),
      });
      // Typst remembers every page it has laid out: 10,000 badges took 3.8 GB without this.
      compiler.evictCache(0);
      return boxes === undefined ? pdf : withBoxes(pdf, boxes);
    },
    pictures: () => splitPages(compiler.plainSvg(document), document.numOfPages, tighten),
  };
}

/**
 * Typst draws all pages into one image, one below the other: one group each, and after the last the outlines of
 * letters and other shapes that pages refer to. No text stands in the image as text.
 */
function splitPages(svg: string, count: number, tighten: (svg: string) => string): PagePictures {
  const [, width = 0, height = 0] = (/viewBox="0 0 ([\d.]+) ([\d.]+)/.exec(svg) ?? []).map(Number);
  const body = svg.slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>'));
  const groups = body.split(/(?<=\n {4}<\/g>)\n/);
  return {
    shapes: `<svg width="0" height="0" aria-hidden="true">${tighten(groups.slice(count).join(''))}</svg>`,
    pages: groups.slice(0, count).map((group, index) => {
      const view = [0, (index * height) / count, width, height / count].join(' ');
      return `<svg viewBox="${view}" aria-hidden="true">${tighten(group)}</svg>`;
    }),
  };
}

/**
 * Says the same in a third of the letters: no lines set in, no attribute that is the default, short names for shapes,
 * thousandths of a point. A page of 1,000 badges still opens. A shape has one name in all documents of a printer, so
 * that the pictures of several go on one HTML page.
 */
function createTightener(): (svg: string) => string {
  const names = new Map<string, string>();
  const nameOf = (id: string): string => {
    const name = names.get(id) ?? `s${names.size.toString(36)}`;
    names.set(id, name);
    return name;
  };
  return (svg) =>
    svg
      .replaceAll(/\n */g, '')
      .replaceAll(/ (?:class="[^"]*"|fill-rule="nonzero"|y="0")/g, '')
      .replaceAll('xlink:href', 'href')
      .replaceAll(/(\d\.\d{3})\d+/g, '$1')
      .replaceAll(/(?<=\bid="|#)[a-z][0-9A-F]{24,32}(?=["')])/g, nameOf);
}

interface Diagnostic {
  readonly message: string;
  readonly path: string;
  /** Lines count from 0. */
  readonly range: { readonly start: { readonly line: number } } | null;
  /** 1 for an error, 4 for a step on the way to the error before it, from the inside out. */
  readonly severity: number;
}

/** Typst's own words, without the paths that are our invention. */
function reasonsOf(
  compiler: NodeCompiler,
  compiled: ReturnType<NodeCompiler['compile']>,
): readonly TypstReason[] {
  const error = compiled.takeDiagnostics() ?? compiled.takeError();
  if (error === null) return [];
  const diagnostics: readonly Diagnostic[] = compiler.fetchDiagnostics(error);
  return diagnostics.flatMap(({ message, path, range, severity }, index) => {
    if (severity !== 1) return [];
    const next = diagnostics.findIndex((one, other) => other > index && one.severity === 1);
    const way = diagnostics.slice(index, next === -1 ? undefined : next);
    const main = way.find((one) => plain(one.path) === 'main.typ');
    return [
      { message: plain(message), file: plain(path), line: lineOf(range), mainLine: lineOf(main?.range) },
    ];
  });
}

function plain(text: string): string {
  return text.replaceAll(/\/sosent-print\/\d+\//g, '');
}

function lineOf(range: Diagnostic['range'] | undefined): number | undefined {
  return range ? range.start.line + 1 : undefined;
}

/**
 * Whether every sign of the texts has a glyph in some font. Asked of Typst itself, which refuses to write the
 * archival format PDF/A with a sign that cannot be shown (ISO 19005-2, 6.2.11.8).
 */
function canShow(
  compiler: NodeCompiler,
  layOut: (job: PrintJob) => NodeTypstDocument,
  texts: readonly string[],
): boolean {
  const source = `#set text(font: json(bytes(sys.inputs.fonts)))\n${texts.map((one) => `#${JSON.stringify(one)}\n\n`).join('')}`;
  const document = layOut({ source, files: {} });
  try {
    compiler.pdf(document, { pdfStandard: 'a-2b', pdfTags: false, creationTimestamp: 0 });
    return true;
  } catch {
    return false;
  }
}

/** Halves the texts until the culprits stand alone: one question where there is none. */
function findUnprintable(
  texts: readonly string[],
  printable: (texts: readonly string[]) => boolean,
): readonly string[] {
  if (texts.length === 0 || printable(texts)) return [];
  if (texts.length === 1) return texts;
  const middle = Math.ceil(texts.length / 2);
  return [
    ...findUnprintable(texts.slice(0, middle), printable),
    ...findUnprintable(texts.slice(middle), printable),
  ];
}
