import { html, type Markup, type Part } from './html.ts';

export interface Segment {
  /** Class that paints it, for instance `t0`. */
  readonly look: string;
  readonly amount: number;
  /** What stands in it where there is room. */
  readonly label: string;
}

const HEIGHT = 22;
/** How wide a letter of a label is, in per cent of a bar: on a large screen, on paper, and on a small screen. */
const LETTER = { screen: 2.1, paper: 3, small: 8 } as const;

/** Parts of a whole side by side; what they lack to the whole is not told. The numbers stand in the row of the table, so that it is hidden from who listens. */
export function stackedBar(segments: readonly Segment[], whole: number): Markup {
  let before = 0;
  const parts = segments.map(({ look, amount, label }) => {
    const [from, width] = [(before / whole) * 100, (amount / whole) * 100];
    before += amount;
    return amount === 0
      ? undefined
      : html`<rect class="${look}" x="${part(from)}" width="${part(width)}" height="${HEIGHT}"/>${
          width < LETTER.screen * label.length
            ? undefined
            : html`<text class="on-${look}${slimness(width / label.length)}" x="${part(from + width / 2)}" y="15.5">${label}</text>`
        }`;
  });
  return bar([before < whole ? withheldPart() : undefined, parts]);
}

/** Classes of labels that are left out on paper, and on a small screen. */
function slimness(perLetter: number): string {
  if (perLetter < LETTER.paper) return ' slim slimmer';
  return perLetter < LETTER.small ? ' slim' : '';
}

/** How full something is; `mark` is a line, for instance at its smallest size. Beyond the whole it is painted as a fault. */
export function fillBar(amount: number, whole: number, mark: number): Markup {
  const share = whole === 0 ? 0 : Math.min(1, amount / whole);
  return bar([
    html`<rect class="track" width="100%" height="${HEIGHT}"/>`,
    share === 0
      ? undefined
      : html`<rect class="${amount > whole ? 'over' : 'full'}" width="${part(share * 100)}" height="${HEIGHT}"/>`,
    mark === 0 || whole === 0
      ? undefined
      : html`<line class="mark" x1="${part((mark / whole) * 100)}" x2="${part((mark / whole) * 100)}" y2="${HEIGHT}"/>`,
  ]);
}

/** A number beside the largest of its kind. */
export function amountBar(amount: number, most: number): Markup {
  return bar(html`<rect class="full" width="${part((amount / most) * 100)}" height="${HEIGHT}"/>`);
}

/** Where a number is not told. */
export function withheldBar(): Markup {
  return bar(withheldPart());
}

function withheldPart(): Markup {
  return html`<rect class="withheld" width="100%" height="${HEIGHT}"/>`;
}

function bar(content: Part): Markup {
  return html`<svg class="bar" aria-hidden="true" focusable="false">${content}</svg>`;
}

function part(percent: number): string {
  return `${Number(percent.toFixed(2))}%`;
}
