import { readFileSync } from 'node:fs';
import { titleMatcher } from '../../src/core/registrations/match-title.ts';
import type { ColumnMapping, Theme } from '../../src/model/event.ts';
import type { SourceChoice } from '../../src/sources/read-rows.ts';
import { bytesSource } from '../../src/tabular/byte-source.ts';
import { readRegistrations, type WholeFile } from './read-registrations.ts';

/** A file below test/fixtures/import. */
export function fixture(name: string): Buffer {
  return readFileSync(new URL(`../fixtures/import/${name}`, import.meta.url));
}

/** The themes of the event that the fixtures of forms belong to; one title holds commas. */
export const FORM_THEMES: readonly Theme[] = [
  { id: 'work', title: { nb: 'Arbeid', en: 'Work' } },
  { id: 'elderly', title: { nb: 'Eldre', en: 'The elderly' } },
  { id: 'refugees', title: { nb: 'Flyktninger', en: 'Refugees' } },
  { id: 'children', title: { nb: 'Barn og unge', en: 'Children & youth' } },
  { id: 'food', title: { nb: 'Mat, jord og hav', en: 'Food, farms and the sea' } },
].map((theme) => ({ ...theme, aliases: [], description: {} }));

/** Reads a file as `sosent import` does for an event with the themes above. */
export function readSource(
  file: string,
  bytes: Uint8Array,
  more: SourceChoice & { readonly columns?: readonly ColumnMapping[] } = {},
): Promise<WholeFile> {
  const { columns = [], ...choice } = more;
  const match = titleMatcher(FORM_THEMES);
  const isTheme = (text: string): boolean => match(text).kind !== 'unknown';
  return readRegistrations(
    { file, source: bytesSource(bytes) },
    { columns, reserved: ['id', 'name', 'email'], isTheme },
    choice,
  );
}

/** What the rows of a file say, without what all rows have in common. */
export function said(reading: WholeFile): readonly object[] {
  return reading.registrations.map(({ line, fields, wishes, extra }) => ({ line, fields, wishes, extra }));
}
