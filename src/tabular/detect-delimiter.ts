import { type ScannedRecord, scanRecords } from './scan-records.ts';

const CANDIDATES = [';', ',', '\t', '|'];
const SAMPLE_RECORDS = 30;
/** Enough for thirty records of a wide form; a quote that never closes must not cost a scan of the whole file. */
const SAMPLE_CHARACTERS = 256 * 1024;

/**
 * The delimiter that cuts the first records most alike: quotes are respected, and the more columns the records agree
 * on, the better. A comma where nothing is cut at all, and where rows are wrapped whole in quotes what cuts the text
 * inside.
 */
export function detectDelimiter(text: string): string {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  return best(sample) ?? best(unwrapped(sample)) ?? ',';
}

function best(sample: string): string | undefined {
  let found: { readonly delimiter: string; readonly score: number } | undefined;
  for (const delimiter of CANDIDATES) {
    const score = consistency(firstRecords(sample, delimiter));
    if (score > (found?.score ?? 0)) found = { delimiter, score };
  }
  return found?.delimiter;
}

/** Lines such as `"a,b,""c d"""`, which are one cell, as the records that stand inside. */
function unwrapped(sample: string): string {
  return sample.replaceAll(/^"((?:[^"\r\n]|"")*)"$/gm, (_line, inner: string) => inner.replaceAll('""', '"'));
}

function firstRecords(sample: string, delimiter: string): ScannedRecord[] {
  const records: ScannedRecord[] = [];
  for (const record of scanRecords(sample, delimiter)) {
    records.push(record);
    if (records.length === SAMPLE_RECORDS) break;
  }
  return records;
}

/**
 * The share of records that have as many delimiters as most have, weighted by how many that is; less where quotation
 * marks stand in the middle of cells, as they do when quoted cells are cut in the wrong places.
 */
function consistency(records: readonly ScannedRecord[]): number {
  const usual = usualDelimiters(records);
  if (usual === 0) return 0;
  const alike = records.filter((record) => record.delimiters === usual).length / records.length;
  const stray = records.filter((record) => record.stray).length / records.length;
  return alike * alike * (1 + Math.log2(usual + 1)) * (1 - stray / 2);
}

/** What most records have, the earlier where several numbers are as frequent: a title above the table counts little. */
function usualDelimiters(records: readonly ScannedRecord[]): number {
  const counts = new Map<number, number>();
  for (const { delimiters } of records) counts.set(delimiters, (counts.get(delimiters) ?? 0) + 1);
  let usual = 0;
  for (const [delimiters, count] of counts) {
    if (delimiters > 0 && count > (counts.get(usual) ?? 0)) usual = delimiters;
  }
  return usual;
}
