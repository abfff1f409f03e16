import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { countPages, finishPdf } from '../../../src/sinks/browser/finish-pdf.ts';
import { HAS_POPPLER, HAS_QPDF, pageSizes, savePdf } from '../../helpers/print-tools.ts';

/** A PDF of two empty pages, 298.07999 x 420 points, as Chromium writes it. */
function chromiumPdf(created = "20261128203524+00'00'"): Buffer {
  const pageObject = (number: number) =>
    `${number} 0 obj\n<</Type /Page\n/Resources <<>>\n/MediaBox [0 0 298.07999 420]\n/Parent 4 0 R>>\nendobj\n`;
  const objects = [
    `1 0 obj\n<</Title (Two)\n/CreationDate (D:${created})\n/ModDate (D:${created})>>\nendobj\n`,
    pageObject(2),
    pageObject(3),
    '4 0 obj\n<</Type /Pages\n/Count 2\n/Kids [2 0 R 3 0 R]>>\nendobj\n',
    '5 0 obj\n<</Type /Catalog\n/Pages 4 0 R>>\nendobj\n',
  ];
  let body = '%PDF-1.4\n%Óëéá\n';
  const rows = objects.map((object) => {
    const row = `${String(body.length).padStart(10, '0')} 00000 n \n`;
    body += object;
    return row;
  });
  const table = `xref\n0 6\n0000000000 65535 f \n${rows.join('')}trailer\n<</Size 6\n/Root 5 0 R\n/Info 1 0 R>>\n`;
  return Buffer.from(`${body}${table}startxref\n${body.length}\n%%EOF\n`, 'latin1');
}

const A6 = { width: 105, height: 148, createdAt: new Date('2016-10-26T00:00:00Z') };

describe('a PDF of Chromium', () => {
  test('keeps its bytes but for the dates, and gets the pages again with exact boxes', () => {
    const before = chromiumPdf("20161026000000+00'00'");
    const after = Buffer.from(finishPdf(chromiumPdf(), A6)).toString('latin1');
    expect(after.startsWith(before.toString('latin1').trimEnd())).toBe(true);
    expect(after.match(/\/MediaBox \[.*?\]/g)?.slice(2)).toEqual([
      '/MediaBox [0 0.472 297.638 420]',
      '/MediaBox [0 0.472 297.638 420]',
    ]);
  });

  test.skipIf(!HAS_POPPLER).each([
    [105, 148],
    [85.6, 53.98],
    [250, 25],
  ])('has pages of %d x %d mm for a reader', async (width, height) => {
    const pdf = await savePdf(finishPdf(chromiumPdf(), { ...A6, width, height }));
    const sizes = pageSizes(pdf);
    expect(sizes).toHaveLength(2);
    expect(sizes.filter(([w, h]) => Math.abs(w - width) > 0.01 || Math.abs(h - height) > 0.01)).toEqual([]);
  });

  test.skipIf(!HAS_QPDF)('is sound', async () => {
    const pdf = await savePdf(finishPdf(chromiumPdf(), A6));
    expect(execFileSync('qpdf', ['--check', pdf], { encoding: 'utf8' })).toContain(
      'No syntax or stream encoding errors',
    );
  });

  test('has its pages counted', () => {
    expect(countPages(chromiumPdf())).toBe(2);
  });

  test('of an unknown kind is refused', () => {
    expect(() => finishPdf(Buffer.from('%PDF-2.0\n'), A6)).toThrow(
      'The browser writes PDF of an unknown kind',
    );
  });
});
