import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { SOURCES } from '../../../src/sources/index.ts';
import { nameColumns } from '../../../src/tabular/name-columns.ts';
import { parseTable } from '../../../src/tabular/parse-table.ts';

const SYSTEMS = new URL('../../fixtures/import/systems/', import.meta.url);
const EXAMPLE = new URL('../../../examples/sosent-2016/registrations/', import.meta.url);

const claimants = (folder: URL, file: string): string[] => {
  const text = readFileSync(new URL(file, folder), 'utf8').replace(/^\ufeff/, '');
  const { headers, rows } = parseTable(text);
  const table = { file, headers: nameColumns(headers), sample: rows };
  return SOURCES.filter((source) => source.detect(table) !== undefined).map((source) => source.id);
};

it.each(readdirSync(SYSTEMS))('%s is claimed by its own system alone', (file) => {
  expect(claimants(SYSTEMS, file)).toEqual([file.replace(/(-german)?\.csv$/, '')]);
});

it.each(readdirSync(EXAMPLE))('%s is claimed by none', (file) => {
  expect(claimants(EXAMPLE, file)).toEqual([]);
});
