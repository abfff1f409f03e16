import { imageSize } from 'image-size';
import { problem } from '../../../errors.ts';
import type { Problem } from '../../../model/problem.ts';
import { findPrintedPictures, type PrintedPicture } from './printed-pictures.ts';

/** Pixels of a print that are seen from a hand's distance; below, edges of letters in a logo look rough. */
const LEAST_DPI = 200;

/**
 * Pictures with fewer than 200 pixels to the inch in the size in which these pages show them. `sources` are the
 * pictures by their path in sosent.yaml; others, such as a QR code or emoji, are not looked at, nor are drawings
 * (SVG), which have no pixels.
 */
export function findCoarsePictures(
  pages: readonly string[],
  sources: Readonly<Record<string, Uint8Array>>,
): readonly Problem[] {
  const printed = pages.flatMap(findPrintedPictures);
  const withPixels = Object.entries(sources).filter(([path]) => !path.toLowerCase().endsWith('.svg'));
  return withPixels.flatMap(([path, bytes]) => {
    const base64 = Buffer.from(bytes).toString('base64');
    const dpi = Math.min(...printed.filter((one) => one.base64 === base64).map((one) => dpiOf(one, bytes)));
    if (dpi >= LEAST_DPI) return [];
    const larger = (LEAST_DPI / dpi).toFixed(1);
    return [
      problem('SOS539', `The picture "${path}" is printed with ${Math.floor(dpi)} dots per inch.`, {
        hint: `Under ${LEAST_DPI} its edges look rough. Take one of ${larger} times as many pixels each way, or an SVG.`,
      }),
    ];
  });
}

/** Of both directions together, so that it does not matter on which side the picture lies. */
function dpiOf({ width, height }: PrintedPicture, bytes: Uint8Array): number {
  const pixels = imageSize(bytes);
  return Math.sqrt((pixels.width * pixels.height) / (width * height));
}
