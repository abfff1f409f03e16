import { availableParallelism } from 'node:os';
import { lazyList } from '../../model/lazy-list.ts';
import type { Fonts } from '../../ports.ts';
import { explainRefusal, type PdfSetting } from '../../render/documents/render-pdf.ts';
import type { RenderedFile, UnprintedFile } from '../../render/exports/export.ts';
import { createTypstPrinter } from '../../sinks/typst-printer.ts';

/** Letters of Typst source that take 0.3 s to lay out, about twice as long as other processes to start. */
const MUCH = 200_000;

/**
 * Each file printed. Where it is much, other processes print, the longest file first, so that none is begun when all
 * others are done. Rejects with SOS504 where Typst refuses one.
 */
export async function printFiles(
  files: readonly UnprintedFile[],
  fonts: Fonts | undefined,
  setting: () => PdfSetting,
): Promise<ReadonlyMap<UnprintedFile, RenderedFile>> {
  if (files.length === 0) return new Map();
  const isMuch = files.reduce((sum, one) => sum + one.job.source.length, 0) > MUCH;
  const order = isMuch ? files.toSorted((a, b) => b.job.source.length - a.job.source.length) : files;
  const printer = createTypstPrinter(fonts, isMuch ? availableParallelism() : 0);
  // The place is one of the list.
  const jobs = lazyList(order.length, (index) => (order[index] as UnprintedFile).job);
  const printed = await printer.print(jobs).catch((error: unknown) => {
    throw explainRefusal(error, setting());
  });
  return new Map(
    order.flatMap((file, index) => {
      const { job: _, ...rest } = file;
      const content = printed[index]?.pdf;
      return content === undefined ? [] : [[file, { ...rest, content }] as const];
    }),
  );
}
