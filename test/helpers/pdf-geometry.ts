import { inflateSync } from 'node:zlib';

/** Lines and areas of the pages of a PDF, read from the PDF itself: what a printer is told, in millimetres. */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PdfPage {
  /** By name (MediaBox, TrimBox, BleedBox), from the left upper corner of the MediaBox. */
  readonly boxes: Readonly<Record<string, Box>>;
  /** The extent of every path that is painted, from the left upper corner, by `fill` or `stroke` and its colour. */
  readonly paths: readonly (Box & { readonly paint: string })[];
}

const MM = 25.4 / 72;

/** The pages of a PDF as Typst writes it: plain objects, streams packed with Flate. */
export function readPages(pdf: Uint8Array): readonly PdfPage[] {
  const text = Buffer.from(pdf).toString('latin1');
  const objects = new Map(
    [...text.matchAll(/(?<=^|\n)(\d+) 0 obj\n/g)].map((match) => [match[1], match.index + match[0].length]),
  );
  const objectAt = (number: string | undefined): string => {
    const start = objects.get(number) ?? Number.NaN;
    return text.slice(start, text.indexOf('\nendobj', start));
  };
  const kids = /\/Kids \[([^\]]*)\]/.exec(text)?.[1] ?? '';
  return [...kids.matchAll(/(\d+) 0 R/g)].map(([, number]) => {
    const page = objectAt(number);
    const content = objectAt(/\/Contents (\d+) 0 R/.exec(page)?.[1]);
    const start = content.indexOf('stream\n') + 'stream\n'.length;
    const stream = inflateSync(
      Buffer.from(content.slice(start, content.lastIndexOf('\nendstream')), 'latin1'),
    );
    const boxes = boxesOf(page);
    return { boxes, paths: readPaths(stream.toString('latin1'), boxes['MediaBox']?.height ?? 0) };
  });
}

function boxesOf(page: string): Readonly<Record<string, Box>> {
  const found = [...page.matchAll(/\/(\w+Box) \[([^\]]*)\]/g)].map(([, name = '', numbers = '']) => {
    const [left = 0, bottom = 0, right = 0, top = 0] = numbers.trim().split(/\s+/).map(Number);
    return { name, left, bottom, right, top };
  });
  const media = found.find((one) => one.name === 'MediaBox');
  return Object.fromEntries(
    found.map(({ name, left, bottom, right, top }) => [
      name,
      {
        x: (left - (media?.left ?? 0)) * MM,
        y: ((media?.top ?? 0) - top) * MM,
        width: (right - left) * MM,
        height: (top - bottom) * MM,
      },
    ]),
  );
}

type Matrix = readonly [number, number, number, number, number, number];

interface Pen {
  readonly matrix: Matrix;
  readonly fill: string;
  readonly stroke: string;
}

/** Follows the operators that place and paint paths (ISO 32000-1, annex A); texts and images are passed over. */
function readPaths(content: string, pageHeight: number): PdfPage['paths'] {
  const paths: (Box & { paint: string })[] = [];
  const saved: Pen[] = [];
  let pen: Pen = { matrix: [1, 0, 0, 1, 0, 0], fill: '', stroke: '' };
  let points: (readonly [x: number, y: number])[] = [];
  let operands: string[] = [];
  const add = (x = 0, y = 0): void => {
    const [a, b, c, d, e, f] = pen.matrix;
    points.push([(a * x + c * y + e) * MM, pageHeight - (b * x + d * y + f) * MM]);
  };
  const paint = (how: 'fill' | 'stroke'): void => {
    if (points.length > 0) paths.push({ ...extentOf(points), paint: `${how} ${pen[how]}` });
    points = [];
  };
  const colour = (how: 'fill' | 'stroke') => (): void => {
    pen = { ...pen, [how]: operands.join(' ') };
  };
  const fill = (): void => paint('fill');
  const stroke = (): void => paint('stroke');
  const line = ([x, y]: readonly number[]): void => add(x, y);
  const operators: Readonly<Record<string, (numbers: readonly number[]) => void>> = {
    q: () => saved.push(pen),
    Q: () => {
      pen = saved.pop() ?? pen;
    },
    cm: ([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]) => {
      pen = { ...pen, matrix: times([a, b, c, d, e, f], pen.matrix) };
    },
    rg: colour('fill'),
    sc: colour('fill'),
    scn: colour('fill'),
    g: colour('fill'),
    RG: colour('stroke'),
    SC: colour('stroke'),
    SCN: colour('stroke'),
    G: colour('stroke'),
    m: line,
    l: line,
    c: ([a, b, c, d, e, f]) => {
      add(a, b);
      add(c, d);
      add(e, f);
    },
    re: ([x = 0, y = 0, width = 0, height = 0]) => {
      add(x, y);
      add(x + width, y + height);
    },
    f: fill,
    F: fill,
    'f*': fill,
    s: stroke,
    S: stroke,
    n: () => {
      points = [];
    },
  };
  for (const token of content.replaceAll(/\((?:[^()\\]|\\.)*\)|<[^>]*>/gs, ' () ').split(/\s+/)) {
    if (/^[-+.\d/[(\]]/.test(token)) {
      operands.push(token);
    } else {
      operators[token]?.(operands.map(Number));
      operands = [];
    }
  }
  return paths;
}

function extentOf(points: readonly (readonly [x: number, y: number])[]): Box {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}
