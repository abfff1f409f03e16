/** A picture as it comes out of the printer. */
export interface PrintedPicture {
  /** Its bytes in base64, as the page holds them. */
  readonly base64: string;
  /** In inches. */
  readonly width: number;
  readonly height: number;
}

/** The pictures on a page, given as the SVG that `CompiledDocument.pictures()` makes of it: in points, 72 to an inch. */
export function findPrintedPictures(svg: string): readonly PrintedPicture[] {
  const pictures: PrintedPicture[] = [];
  const scales: Scale[] = [{ x: 1, y: 1 }];
  for (const [tag, group, image] of svg.matchAll(/<g\b([^>]*)>|<\/g>|<image\b([^>]*)>/g)) {
    const outer = scales.at(-1) ?? { x: 1, y: 1 };
    if (group !== undefined) scales.push(multiply(outer, scaleOf(group)));
    else if (tag === '</g>') scales.pop();
    else if (image !== undefined) pictures.push(...pictureOf(image, multiply(outer, scaleOf(image))));
  }
  return pictures;
}

/** By how much lengths along either side grow. */
interface Scale {
  readonly x: number;
  readonly y: number;
}

function scaleOf(attributes: string): Scale {
  const [, numbers = '1 0 0 1'] = /transform="matrix\(([^)]*)\)"/.exec(attributes) ?? [];
  const [a = 1, b = 0, c = 0, d = 1] = numbers.split(/[ ,]+/).map(Number);
  return { x: Math.hypot(a, b), y: Math.hypot(c, d) };
}

function multiply(one: Scale, other: Scale): Scale {
  return { x: one.x * other.x, y: one.y * other.y };
}

function pictureOf(attributes: string, scale: Scale): PrintedPicture[] {
  const [, base64] = /href="data:image\/[a-z+]+;base64,([^"]*)"/.exec(attributes) ?? [];
  const length = (name: string): number => Number(new RegExp(` ${name}="([\\d.]+)"`).exec(attributes)?.[1]);
  if (base64 === undefined) return [];
  return [{ base64, width: (length('width') * scale.x) / 72, height: (length('height') * scale.y) / 72 }];
}
