import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { type Fonts, type PageBoxes, type PrintJob, TypstFailure, type TypstReason } from '../ports.ts';
import { loadFonts } from './fonts.ts';
import { withBoxes } from './pdf-boxes.ts';

/** Typst, with the fonts of sosent and of the event. */
export interface TypstCompiler {
  /** Throws a `TypstFailure`. */
  layOut(job: PrintJob): NodeTypstDocument;
  marks(document: NodeTypstDocument, label: string): readonly unknown[];
  pdf(document: NodeTypstDocument, createdAt: Date, boxes: PageBoxes | undefined): Uint8Array;
  /** All pages as one image. */
  svg(document: NodeTypstDocument): string;
  /** Whether every sign of the texts has a glyph in some font. */
  canShow(texts: readonly string[]): boolean;
  /** Forgets what was laid out: Typst remembers every page of every document; 10,000 badges took 3.8 GB. */
  forget(): void;
}

/** A folder that is nowhere on the disk, so that a template reads only the files it is given. */
const ROOT = '/sosent-print';

/** Templates find the families in `sys.inputs.fonts`, as JSON; signs that none of them has are taken from the machine's. */
export function openTypst(own: Fonts): TypstCompiler {
  const { blobs, families } = loadFonts(own);
  const compiler = NodeCompiler.create({
    workspace: ROOT,
    fontArgs: [{ fontBlobs: blobs.map((blob) => Buffer.from(blob)) }],
    inputs: { fonts: JSON.stringify(families) },
  });
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
    try {
      const compiled = compiler.compile({ mainFilePath: main });
      const { result } = compiled;
      if (result === null) throw new TypstFailure(reasonsOf(compiler, compiled), source);
      return result;
    } finally {
      // The document holds what it shows; thousands of them, each with its logos, are not to be held here as well.
      for (const path of ['main.typ', ...Object.keys(files)]) compiler.unmapShadow(`${folder}/${path}`);
    }
  };
  return {
    layOut,
    marks: (document, label) => compiler.query(document, { selector: `<${label}>`, field: 'value' }),
    pdf(document, createdAt, boxes) {
      const pdf = compiler.pdf(document, {
        pdfTags: false,
        creationTimestamp: Math.floor(createdAt.getTime() / 1000),
      });
      return boxes === undefined ? pdf : withBoxes(pdf, boxes);
    },
    svg: (document) => compiler.plainSvg(document),
    canShow: (texts) => canShow(compiler, layOut, texts),
    forget: () => compiler.evictCache(0),
  };
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
function canShow(compiler: NodeCompiler, layOut: TypstCompiler['layOut'], texts: readonly string[]): boolean {
  const source = `#set text(font: json(bytes(sys.inputs.fonts)))\n${texts.map((one) => `#${JSON.stringify(one)}\n\n`).join('')}`;
  const document = layOut({ source, files: {} });
  try {
    compiler.pdf(document, { pdfStandard: 'a-2b', pdfTags: false, creationTimestamp: 0 });
    return true;
  } catch {
    return false;
  }
}
