import { readFileSync } from 'node:fs';
import { bytesSource } from '../../../src/tabular/byte-source.ts';
import { readRegistrations, type WholeFile } from '../../helpers/read-registrations.ts';

const THEMES = ['Work', 'Refugees'];

/** A fixture of one system as an event with two themes reads it. */
export async function readFixture(name: string): Promise<WholeFile> {
  const bytes = readFileSync(new URL(`../../fixtures/import/systems/${name}`, import.meta.url));
  const isTheme = (text: string) => THEMES.includes(text);
  return readRegistrations(
    { file: name, source: bytesSource(bytes) },
    { columns: [], reserved: ['id', 'name', 'code'], isTheme },
  );
}
