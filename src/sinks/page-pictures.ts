import type { PagePictures } from '../ports.ts';

/**
 * Typst draws all pages into one image, one below the other: one group each, and after the last the outlines of
 * letters and other shapes that pages refer to. No text stands in the image as text.
 */
export function splitPages(svg: string, count: number, tighten: (svg: string) => string): PagePictures {
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
export function createTightener(): (svg: string) => string {
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
