import type { TableRow } from '../../tabular/table.ts';

/**
 * A column of whole names goes before its halves. But in `Vorname;Name`, and wherever no cell of it holds the given
 * name beside it, `Name` is the family name. Takes and gives the field of each column.
 */
export function settleNames(
  fields: readonly string[],
  sample: readonly TableRow[],
  isTold: (column: number) => boolean,
): readonly string[] {
  const whole = fields.indexOf('name');
  const name = whole === -1 ? fields.indexOf('familyFirst') : whole;
  if (name === -1) return fields;
  const given = fields.indexOf('givenName');
  const isAlone = whole !== -1 && given !== -1 && !fields.includes('familyName') && !isTold(name);
  if (isAlone && !holdsGivenNames(sample, name, given)) return fields.with(name, 'familyName');
  const others = ['givenName', 'familyName', ...(whole === -1 ? [] : ['familyFirst'])];
  return fields.map((field, column) => (others.includes(field) && !isTold(column) ? 'extra' : field));
}

function holdsGivenNames(sample: readonly TableRow[], name: number, given: number): boolean {
  const pairs = sample
    .map(({ cells }) => [cells[name]?.trim().toLowerCase() ?? '', cells[given]?.trim().toLowerCase() ?? ''])
    .filter(([whole, part]) => whole !== '' && part !== '');
  return pairs.length === 0 || pairs.some(([whole = '', part = '']) => whole.includes(part));
}
