import { contrast, textColourOn } from '../badges/contrast.ts';

/** What cards of the report are painted on. */
export const CARD = { light: '#ffffff', dark: '#1a2027' } as const;

/** What WCAG 2.2 asks of text, and of parts of a chart. */
export const TEXT = 4.5;
export const SHAPE = 3;

/** A colour of the event where it is used as a surface or a line, by appearance, and text that is read on it. */
export interface Paint {
  readonly light: string;
  readonly dark: string;
  readonly onLight: string;
  readonly onDark: string;
}

/** The colour itself where it stands out enough from the cards, else the nearest shade of it that does; `#rrggbb`. */
export function paint(colour: string, ratio: number): Paint {
  const light = standOut(colour, CARD.light, ratio);
  const dark = standOut(colour, CARD.dark, ratio);
  return { light, dark, onLight: textColourOn(light), onDark: textColourOn(dark) };
}

/** So many steps from pale to full, each a mixture of the colour with the card. */
export function shades(colour: string, count: number): readonly Paint[] {
  const full = paint(colour, TEXT);
  return Array.from({ length: count }, (_, index) => {
    const part = (index + 1) / count;
    const light = mix(CARD.light, full.light, part);
    const dark = mix(CARD.dark, full.dark, part);
    return { light, dark, onLight: textColourOn(light), onDark: textColourOn(dark) };
  });
}

/** Told apart by people who are colour-blind, too (after Okabe and Ito); for themes, which have no colour of their own. */
export const THEME_COLOURS = [
  '#0072b2',
  '#d55e00',
  '#009e73',
  '#cc79a7',
  '#56b4e9',
  '#e69f00',
  '#7a5195',
  '#8c8c2a',
] as const;

function standOut(colour: string, background: string, ratio: number): string {
  const end = textColourOn(background);
  for (let step = 0; step <= 100; step += 2) {
    const shade = mix(colour, end, step / 100);
    if (contrast(shade, background) >= ratio) return shade;
  }
  return end;
}

/** So much of the second in the first. */
function mix(one: string, other: string, part: number): string {
  const channels = [1, 3, 5].map((at) => {
    const [from, to] = [one, other].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16));
    return Math.round((from ?? 0) * (1 - part) + (to ?? 0) * part);
  });
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
