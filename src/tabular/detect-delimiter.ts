const CANDIDATES = [';', ',', '\t', '|'];
const SAMPLE_RECORDS = 30;

/**
 * The delimiter that cuts the first records most alike: quotes are respected, and the more columns every record
 * agrees on, the better. A comma where nothing is cut at all.
 */
export function detectDelimiter(text: string): string {
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of CANDIDATES) {
    const counts = countPerRecord(text, delimiter);
    const score = consistency(counts);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** Number of delimiters outside quotes in each of the first records that are not blank. */
function countPerRecord(text: string, delimiter: string): number[] {
  const counts: number[] = [];
  let count = 0;
  let quoted = false;
  let blank = true;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '\n' || character === '\r')) {
      if (!blank) counts.push(count);
      count = 0;
      blank = true;
      if (counts.length === SAMPLE_RECORDS) return counts;
      continue;
    } else if (!quoted && character === delimiter) count += 1;
    blank = false;
  }
  if (!blank) counts.push(count);
  return counts;
}

/** The share of records that have as many delimiters as the header, weighted by how many that is. */
function consistency(counts: readonly number[]): number {
  const header = counts[0] ?? 0;
  if (header === 0) return 0;
  const alike = counts.filter((count) => count === header).length / counts.length;
  return alike * alike * (1 + Math.log2(header + 1));
}
