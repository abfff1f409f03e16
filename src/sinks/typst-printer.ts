import { type LazyList, lazyList } from '../model/lazy-list.ts';
import type { Fonts, PdfJob, PdfPrinter, PrintedDocument } from '../ports.ts';
import { createTightener, splitPages } from './page-pictures.ts';
import { type DrawnDocument, printDocument } from './print-document.ts';
import { printInProcesses } from './print-in-processes.ts';
import { openTypst, type TypstCompiler } from './typst-compiler.ts';

/** More documents at a time take more memory than an office computer has to spare: 0.3 GB each. */
const MOST_PROCESSES = 4;

/**
 * Prints with Typst, whose program is inside its npm package: no browser and no installed font is needed. Where there
 * are several documents, so many processes of their own print them; 0 stands for none, and all is done here.
 */
export function createTypstPrinter(own: Fonts = { blobs: [], families: [] }, processes = 0): PdfPrinter {
  const typst = openTypst(own);
  const tighten = createTightener();
  const finish = ({ svg, ...one }: DrawnDocument): PrintedDocument => ({
    ...one,
    pictures: svg === undefined ? undefined : splitPages(svg, one.pages, tighten),
  });
  return {
    compile(job) {
      const document = typst.layOut(job);
      return {
        pages: document.numOfPages,
        marks: (label) => typst.marks(document, label),
        pdf(createdAt, boxes) {
          const pdf = typst.pdf(document, createdAt, boxes);
          typst.forget();
          return pdf;
        },
        pictures: () => splitPages(typst.svg(document), document.numOfPages, tighten),
      };
    },
    async print(jobs) {
      const apart = jobs.length > 1 && processes > 0;
      const drawn = apart
        ? await printInProcesses(
            forgetting(jobs, typst),
            own,
            Math.min(processes, MOST_PROCESSES, jobs.length),
          )
        : Array.from(jobs, (job) => printDocument(typst, job));
      return drawn.map(finish);
    },
    withoutGlyph: (texts) => findUnprintable(texts, typst.canShow),
  };
}

/** Jobs for whose making Typst may have measured texts, which is not remembered here then. */
function forgetting(jobs: LazyList<PdfJob>, typst: TypstCompiler): LazyList<PdfJob> {
  return lazyList(jobs.length, (index) => {
    const job = jobs.at(index);
    typst.forget();
    return job;
  });
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
