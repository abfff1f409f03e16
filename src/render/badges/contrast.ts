const BLACK = '#000000';
const WHITE = '#ffffff';

/**
 * The text colour that is read best on this background, `#rrggbb` both. One of the two always reaches the 4.5 that
 * WCAG 2.2 asks for: where both are equal, the ratio is the root of 21.
 */
export function textColourOn(background: string): string {
  return contrast(background, WHITE) >= contrast(background, BLACK) ? WHITE : BLACK;
}

/**
 * The colour itself where it can be read on white (contrast 4.5, as WCAG 2.2 asks for text), else the lightest shade of
 * it that can; `#rrggbb` both.
 */
export function readableOnWhite(colour: string): string {
  for (let part = 100; part > 0; part -= 1) {
    const shade = darken(colour, part / 100);
    if (contrast(shade, WHITE) >= 4.5) return shade;
  }
  return BLACK;
}

/** Every channel of a colour times `part`. */
function darken(colour: string, part: number): string {
  const channels = [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
  return `#${channels
    .map((one) =>
      Math.round(one * part)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

/** Contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
