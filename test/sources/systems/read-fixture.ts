import { readFileSync } from 'node:fs';
import { readRegistrations } from '../../../src/sources/read-registrations.ts';
import type { ReadRegistrations } from '../../../src/sources/read-rows.ts';
import { bytesSource } from '../../../src/tabular/byte-source.ts';

const THEMES = ['Work', 'Refugees'];

/** A fixture of one system as an event with two themes reads it. */
export async function readFixture(name: string): Promise<ReadRegistrations> {
  const bytes = readFileSync(new URL(`../../fixtures/import/systems/${name}`, import.meta.url));
  const isTheme = (text: string) => THEMES.includes(text);
  return readRegistrations(
    { file: name, source: bytesSource(bytes) },
    { columns: [], reserved: ['id', 'name', 'code'], isTheme },
  );
}
