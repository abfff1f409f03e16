const POINTS_PER_MM = 72 / 25.4;

/** What a PDF of Chromium is to say of itself. */
export interface PdfFinish {
  /** Of every page, in millimetres. */
  readonly width: number;
  readonly height: number;
  /** Stands in the PDF as the time of creation, so that the same input gives the same bytes. */
  readonly createdAt: Date;
}

/**
 * Makes every page exactly as large as asked for: Chromium rounds pages up, to 0.16 mm more for an A6. The content
 * begins at the upper left, so the surplus is cut at the right and below. Done as an incremental update (ISO 32000-1,
 * 7.5.6): the page objects again, with another MediaBox, behind what is there. Throws where the PDF is not of the
 * plain kind that Chromium writes: page objects outside of object streams, and a cross-reference table.
 */
export function finishPdf(pdf: Uint8Array, finish: PdfFinish): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1').replaceAll(DATE, pdfDate(finish.createdAt));
  const trailer = /trailer\n<<(.*?)>>\nstartxref\n(\d+)\n%%EOF\s*$/s.exec(text);
  const pages = [...text.matchAll(PAGE)];
  if (trailer === null || pages.length === 0) throw new Error('The browser writes PDF of an unknown kind.');
  const [, root = '', previous = ''] = trailer;

  const parts = [text.trimEnd(), '\n'];
  let offset = text.trimEnd().length + 1;
  const rows = pages.map(([object, number = '']) => {
    const part = `${object.replace(MEDIA_BOX, (_, ...sides: string[]) => exactBox(sides, finish))}\n`;
    const row = `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`;
    parts.push(part);
    offset += part.length;
    return row;
  });
  parts.push(`xref\n${rows.join('')}trailer\n<<${root}\n/Prev ${previous}>>\nstartxref\n${offset}\n%%EOF\n`);
  return Buffer.from(parts.join(''), 'latin1');
}

/** How many pages a PDF of Chromium has. */
export function countPages(pdf: Uint8Array): number {
  return Buffer.from(pdf).toString('latin1').match(PAGE)?.length ?? 0;
}

const PAGE = /(?<=\n)(\d+) 0 obj\n<<\/Type \/Page\n.*?\nendobj/gs;
const MEDIA_BOX = /\/MediaBox \[([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+)\]/;
/** All dates of such a PDF are of the same length, so that nothing moves. */
const DATE = /(?<=\/(?:CreationDate|ModDate) \(D:)\d{14}(?=\+00'00'\))/g;

/** From the upper left, in thousandths of a point. */
function exactBox([left, , , top]: readonly string[], { width, height }: PdfFinish): string {
  const [x, y] = [Number(left), Number(top)];
  const sides = [x, y - height * POINTS_PER_MM, x + width * POINTS_PER_MM, y];
  return `/MediaBox [${sides.map((side) => Number(side.toFixed(3))).join(' ')}]`;
}

function pdfDate(date: Date): string {
  return date.toISOString().replaceAll(/[-:T]|\..*$/g, '');
}
