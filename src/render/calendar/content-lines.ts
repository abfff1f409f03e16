import { withoutControls } from '../emails/tidy-text.ts';

/**
 * Content lines of iCalendar (RFC 5545, 3.1): each ends with CRLF and has at most 75 octets; what is longer goes on in
 * the next line behind a blank. A character is never divided.
 */
export function renderLines(lines: readonly string[]): string {
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

const WIDEST = 75;

function fold(line: string): string {
  if (Buffer.byteLength(line) <= WIDEST) return line;
  let folded = '';
  let width = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (width + size > WIDEST) {
      folded += '\r\n ';
      width = 1;
    }
    folded += character;
    width += size;
  }
  return folded;
}

/** A value of the type TEXT (3.3.11). No line break of the text is one of the file. */
export function textValue(text: string): string {
  return withoutControls(text)
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n');
}

/** A value of a parameter, in quotation marks, with the signs that cannot stand there written as RFC 6868 does. */
export function quotedValue(text: string): string {
  const value = oneLine(text).replaceAll('^', '^^').replaceAll('"', "^'");
  return `"${value}"`;
}

/** An address as a URI (RFC 6068): signs that mean something in one, and letters beyond ASCII, are escaped. */
export function mailtoValue(address: string): string {
  return `mailto:${oneLine(address).replace(/[^\w.!$'*+@~-]/gu, encodeURIComponent)}`;
}

/** `20161026T081500Z`. */
export function instantValue(instant: string): string {
  return new Date(instant)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replace(/[-:]/g, '');
}

export function oneLine(text: string): string {
  return withoutControls(text).replaceAll(/\s+/g, ' ').trim();
}
