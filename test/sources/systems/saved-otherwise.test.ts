import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseTable } from '../../../src/tabular/parse-table.ts';
import { readBytes, readFixture, SYSTEMS } from './read-fixture.ts';

/** Cells as a file: each in quotation marks. */
const write = (rows: readonly (readonly string[])[], delimiter: string, end: string): string =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter) + end).join('');

/**
 * pretix offers semicolons; Excel saves "CSV UTF-8" with a byte order mark and the delimiter of the country, and
 * "Unicode text" as UTF-16 with tabs.
 */
const SAVED: Readonly<Record<string, (rows: readonly (readonly string[])[]) => Buffer>> = {
  'with semicolons': (rows) => Buffer.from(write(rows, ';', '\n')),
  'as CSV UTF-8 of Excel': (rows) => Buffer.from(`\ufeff${write(rows, ';', '\r\n')}`),
  'as Unicode text of Excel': (rows) => Buffer.from(`\ufeff${write(rows, '\t', '\r\n')}`, 'utf16le'),
};

const FIXTURES = readdirSync(SYSTEMS);

describe.each(Object.entries(SAVED))('saved %s', (_how, save) => {
  it.each(FIXTURES)('%s gives the same people', async (file) => {
    const { headers, rows } = parse(file);
    const saved = save([headers, ...rows]);
    expect(await readBytes(file, saved)).toEqual(await readFixture(file));
  });
});

it.each(FIXTURES)('%s gives the same people where its first columns were moved to the end', async (file) => {
  const { headers, rows } = parse(file);
  // Columns of one name keep their order: which is whose is told by that alone.
  const moved = [headers, ...rows].map((row) => [...row.slice(3), ...row.slice(0, 3)]);
  expect(await readBytes(file, Buffer.from(write(moved, ',', '\n')))).toEqual(await readFixture(file));
});

function parse(file: string) {
  const { headers, rows } = parseTable(readFileSync(new URL(file, SYSTEMS), 'utf8').replace(/^\ufeff/, ''));
  return { headers, rows: rows.map(({ cells }) => cells) };
}
