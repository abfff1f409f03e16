import { scanRecords } from './scan-records.ts';

const CANDIDATES = [';', ',', '\t', '|'];
const SAMPLE_RECORDS = 30;
/** Enough for thirty records of a wide form; a quote that never closes must not cost a scan of the whole file. */
const SAMPLE_CHARACTERS = 256 * 1024;

/**
 * The delimiter that cuts the first records most alike: quotes are respected, and the more columns every record
 * agrees on, the better. A comma where nothing is cut at all.
 */
export function detectDelimiter(text: string): string {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of CANDIDATES) {
    const score = consistency(countPerRecord(sample, delimiter));
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function countPerRecord(sample: string, delimiter: string): number[] {
  const counts: number[] = [];
  for (const record of scanRecords(sample, delimiter)) {
    counts.push(record.delimiters);
    if (counts.length === SAMPLE_RECORDS) break;
  }
  return counts;
}

/** The share of records that have as many delimiters as the header, weighted by how many that is. */
function consistency(counts: readonly number[]): number {
  const header = counts[0] ?? 0;
  if (header === 0) return 0;
  const alike = counts.filter((count) => count === header).length / counts.length;
  return alike * alike * (1 + Math.log2(header + 1));
}
