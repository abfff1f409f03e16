/** A kind of file that is no text table, and how an organiser gets a table out of it. */
export interface ForeignFormat {
  readonly name: string;
  readonly advice: string;
}

const SAVE_AS_CSV = 'Open it, choose "Save as" and "CSV UTF-8 (comma delimited)", and import that file.';
const SAVE_AS_XLSX = 'Open it, choose "Save as" and "Excel workbook (.xlsx)", and import that file.';
const EXPORT_AS_CSV = 'Export the registrations as CSV from where they were made, and import that file.';

const OLD_OFFICE = '\xd0\xcf\x11\xe0';

/** Files begin with these bytes, here written as Latin-1 (Gary Kessler's list of file signatures). */
const SIGNATURES: readonly (readonly [signature: string, name: string, advice: string])[] = [
  [OLD_OFFICE, 'an old Excel workbook (.xls)', SAVE_AS_XLSX],
  ['%PDF', 'a PDF document', EXPORT_AS_CSV],
  ['\x89PNG', 'a PNG picture', EXPORT_AS_CSV],
  ['GIF8', 'a GIF picture', EXPORT_AS_CSV],
  ['\xff\xd8\xff', 'a JPEG picture', EXPORT_AS_CSV],
  ['{\\rtf', 'an RTF document', EXPORT_AS_CSV],
  ['\x1f\x8b', 'a gzip archive', 'Unpack it first, and import the file inside.'],
];

/** True for a zip archive that `recogniseFormat` does not know as something else: an Excel workbook (.xlsx). */
export function isWorkbook(bytes: Uint8Array): boolean {
  return (
    Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4)).toString('latin1') === ZIP
  );
}

const ZIP = 'PK\x03\x04';

/** True for the containers of Office files, old and new, which must be seen whole to know what is in them. */
export function isOffice(head: Uint8Array): boolean {
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, 4)).toString('latin1');
  return start === ZIP || start === OLD_OFFICE;
}

/** What the bytes are where they are clearly neither a text table nor a workbook; undefined where they may be one. */
export function recogniseFormat(bytes: Uint8Array): ForeignFormat | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).toString(
    'latin1',
  );
  if (head.startsWith(ZIP)) return recogniseZip(head);
  if (isProtected(bytes)) return PROTECTED;
  for (const [signature, name, advice] of SIGNATURES) {
    if (head.startsWith(signature)) return { name, advice };
  }
  if (/^(\xef\xbb\xbf)?\s*<(!doctype|html|\?xml|table)/i.test(head)) {
    return { name: 'a web page or XML, whatever its name says', advice: SAVE_AS_CSV };
  }
  return undefined;
}

const PROTECTED: ForeignFormat = {
  name: 'an Excel workbook that a password protects',
  advice:
    'Open it in Excel, take the password off (File, Info, Protect Workbook), save it, and import it again.',
};

/** Excel wraps an encrypted workbook in the container of its old format, under this name in UTF-16. */
function isProtected(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return (
    buffer.subarray(0, 4).toString('latin1') === OLD_OFFICE &&
    buffer.includes(Buffer.from('EncryptedPackage', 'utf16le'))
  );
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
function recogniseZip(head: string): ForeignFormat | undefined {
  if (head.includes('opendocument.spreadsheet')) {
    return { name: 'an OpenDocument spreadsheet (.ods)', advice: SAVE_AS_XLSX };
  }
  if (head.includes('word/')) return { name: 'a Word document', advice: EXPORT_AS_CSV };
  if (head.includes('ppt/')) return { name: 'a PowerPoint presentation', advice: EXPORT_AS_CSV };
  if (head.includes('xl/workbook.bin')) {
    return { name: 'a binary Excel workbook (.xlsb)', advice: SAVE_AS_XLSX };
  }
  if (head.includes('xl/') || head.includes('[Content_Types].xml')) return undefined;
  return { name: 'a zip archive', advice: 'Unpack it first, and import the file inside.' };
}
