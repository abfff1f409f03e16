import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { SOURCES } from '../../../src/sources/index.ts';
import type { SourceTable } from '../../../src/sources/source.ts';
import { nameColumns } from '../../../src/tabular/name-columns.ts';
import { parseTable } from '../../../src/tabular/parse-table.ts';

const SYSTEMS = new URL('../../fixtures/import/systems/', import.meta.url);
const EXAMPLE = new URL('../../../examples/sosent-2016/registrations/', import.meta.url);

const topOf = (folder: URL, file: string): SourceTable => {
  const text = readFileSync(new URL(file, folder), 'utf8').replace(/^\ufeff/, '');
  const { headers, rows } = parseTable(text);
  return { file, headers: nameColumns(headers), sample: rows };
};
const claimants = (folder: URL, file: string): string[] =>
  SOURCES.filter((source) => source.detect(topOf(folder, file)) !== undefined).map((source) => source.id);

it.each(readdirSync(SYSTEMS))('%s is claimed by its own system alone', (file) => {
  expect(claimants(SYSTEMS, file)).toEqual([file.replace(/(-german.*)?\.csv$/, '')]);
});

it.each(readdirSync(EXAMPLE))('%s is claimed by none', (file) => {
  expect(claimants(EXAMPLE, file)).toEqual([]);
});

it.each(readdirSync(SYSTEMS))('the summary says in one line of 80 why %s is what it is', (file) => {
  const lines = SOURCES.flatMap((source) => {
    const why = source.detect(topOf(SYSTEMS, file));
    return why === undefined ? [] : [`  recognised as ${source.title}: ${why}`];
  });
  expect(lines.filter((line) => line.length <= 80)).toHaveLength(1);
});
