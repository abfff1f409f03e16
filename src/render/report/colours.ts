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

/** Lighter on a dark card, darker on a light one, in the same hue. */
function standOut(colour: string, background: string, ratio: number): string {
  const step = textColourOn(background) === '#ffffff' ? 0.01 : -0.01;
  const { hue, saturation, lightness } = toHsl(colour);
  for (let light = lightness; light >= 0 && light <= 1; light += step) {
    const shade = light === lightness ? colour : fromHsl({ hue, saturation, lightness: light });
    if (contrast(shade, background) >= ratio) return shade;
  }
  return textColourOn(background);
}

/** Hue in turns of 60 degrees, the others 0 to 1. */
interface Hsl {
  readonly hue: number;
  readonly saturation: number;
  readonly lightness: number;
}

/** As CSS Color 4 converts (https://www.w3.org/TR/css-color-4/#rgb-to-hsl). */
function toHsl(colour: string): Hsl {
  const [red, green, blue] = channelsOf(colour).map((one) => one / 255) as [number, number, number];
  const most = Math.max(red, green, blue);
  const range = most - Math.min(red, green, blue);
  const lightness = most - range / 2;
  const saturation = range === 0 ? 0 : (most - lightness) / Math.min(lightness, 1 - lightness);
  const hue =
    range === 0
      ? 0
      : most === red
        ? (green - blue) / range + 6
        : most === green
          ? (blue - red) / range + 2
          : (red - green) / range + 4;
  return { hue, saturation, lightness };
}

function fromHsl({ hue, saturation, lightness }: Hsl): string {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number): number => {
    const turn = (offset + hue * 2) % 12;
    return lightness - reach * Math.max(-1, Math.min(turn - 3, 9 - turn, 1));
  };
  return toColour([0, 8, 4].map((offset) => channel(offset) * 255));
}

/** So much of the second in the first. */
function mix(one: string, other: string, part: number): string {
  const [from, to] = [channelsOf(one), channelsOf(other)];
  return toColour(from.map((channel, index) => channel * (1 - part) + (to[index] ?? 0) * part));
}

function channelsOf(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

function toColour(channels: readonly number[]): string {
  return `#${channels.map((one) => Math.round(one).toString(16).padStart(2, '0')).join('')}`;
}
