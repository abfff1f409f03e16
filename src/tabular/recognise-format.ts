/** A kind of file that is no text table, and how an organiser gets a table out of it. */
export interface ForeignFormat {
  readonly name: string;
  readonly advice: string;
}

const SAVE_AS_CSV = 'Open it, choose "Save as" and "CSV UTF-8 (comma delimited)", and import that file.';
const EXPORT_AS_CSV = 'Export the registrations as CSV from where they were made, and import that file.';

/** Files begin with these bytes, here written as Latin-1 (Gary Kessler's list of file signatures). */
const SIGNATURES: readonly (readonly [signature: string, name: string, advice: string])[] = [
  ['\xd0\xcf\x11\xe0', 'an old Excel workbook (.xls)', SAVE_AS_CSV],
  ['%PDF', 'a PDF document', EXPORT_AS_CSV],
  ['\x89PNG', 'a PNG picture', EXPORT_AS_CSV],
  ['GIF8', 'a GIF picture', EXPORT_AS_CSV],
  ['\xff\xd8\xff', 'a JPEG picture', EXPORT_AS_CSV],
  ['{\\rtf', 'an RTF document', EXPORT_AS_CSV],
  ['\x1f\x8b', 'a gzip archive', 'Unpack it first, and import the file inside.'],
];

/** What the bytes are where they are clearly no text table; undefined where they may be one. */
export function recogniseFormat(bytes: Uint8Array): ForeignFormat | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).toString(
    'latin1',
  );
  if (head.startsWith('PK\x03\x04')) return recogniseZip(head);
  for (const [signature, name, advice] of SIGNATURES) {
    if (head.startsWith(signature)) return { name, advice };
  }
  if (/^(\xef\xbb\xbf)?\s*<(!doctype|html|\?xml|table)/i.test(head)) {
    return { name: 'a web page or XML, whatever its name says', advice: SAVE_AS_CSV };
  }
  return undefined;
}

/**
 * True where so many bytes are NUL or control characters that this is no text. A few NUL bytes are damage to a text
 * that is otherwise sound.
 */
export function looksBinary(head: Uint8Array): boolean {
  let nuls = 0;
  let controls = 0;
  for (const byte of head) {
    if (byte === 0) nuls += 1;
    // Not those of a text: tab, line ends, form feed, escape.
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls += 1;
  }
  return nuls > head.length * 0.1 || controls > Math.max(2, head.length * 0.02);
}

/** Office files are zip archives; the names of the first entries tell which. */
function recogniseZip(head: string): ForeignFormat {
  if (head.includes('opendocument.spreadsheet')) {
    return { name: 'an OpenDocument spreadsheet (.ods)', advice: SAVE_AS_CSV };
  }
  if (head.includes('word/')) return { name: 'a Word document', advice: EXPORT_AS_CSV };
  if (head.includes('xl/') || head.includes('[Content_Types].xml')) {
    return { name: 'an Excel workbook (.xlsx)', advice: SAVE_AS_CSV };
  }
  return { name: 'a zip archive', advice: 'Unpack it first, and import the file inside.' };
}
