import { type Fonts, type PdfJob, TypstFailure } from '../ports.ts';
import { printDocument } from './print-document.ts';
import type { ProcessResult } from './print-in-processes.ts';
import { openTypst, type TypstCompiler } from './typst-compiler.ts';

// A process of `printInProcesses`: is given fonts, and then documents, one after the other.
process.once('message', (fonts: Fonts) => {
  const typst = openTypst(fonts);
  process.on('message', (job: PdfJob) => {
    process.send?.(printJob(typst, job), () => undefined); // after Ctrl-C nobody is there to be told
  });
});

function printJob(typst: TypstCompiler, job: PdfJob): ProcessResult {
  try {
    return { drawn: printDocument(typst, job), memory: process.memoryUsage.rss() };
  } catch (error) {
    if (!(error instanceof TypstFailure)) throw error;
    return { refused: error.reasons };
  }
}
