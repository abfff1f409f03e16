import type { PdfJob, PrintedDocument } from '../ports.ts';
import type { TypstCompiler } from './typst-compiler.ts';

/** A document that is printed; `svg` holds its pages as one image, where pictures were asked for. */
export interface DrawnDocument extends Omit<PrintedDocument, 'pictures'> {
  readonly svg: string | undefined;
}

/** Lays out a document and makes a PDF of it. Throws a `TypstFailure`. */
export function printDocument(typst: TypstCompiler, job: PdfJob): DrawnDocument {
  typst.forget();
  const document = typst.layOut(job);
  return {
    pages: document.numOfPages,
    marks: job.label === undefined ? [] : typst.marks(document, job.label),
    pdf: typst.pdf(document, job.createdAt, job.boxes),
    svg: job.pictures ? typst.svg(document) : undefined,
  };
}
