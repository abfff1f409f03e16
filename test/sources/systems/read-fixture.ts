import { readFileSync } from 'node:fs';
import type { ColumnMapping } from '../../../src/model/event.ts';
import { bytesSource } from '../../../src/tabular/byte-source.ts';
import { readRegistrations, type WholeFile } from '../../helpers/read-registrations.ts';

export const SYSTEMS = new URL('../../fixtures/import/systems/', import.meta.url);

const THEMES = ['Work', 'Refugees', 'Health, work and life'];

export type Reading = Pick<WholeFile, 'source' | 'why' | 'registrations' | 'problems'>;

/** A fixture of one system as an event with three themes reads it. */
export async function readFixture(name: string, columns: readonly ColumnMapping[] = []): Promise<Reading> {
  return readBytes(name, readFileSync(new URL(name, SYSTEMS)), columns);
}

/** The same for bytes that are no fixture. */
export async function readBytes(
  file: string,
  bytes: Buffer,
  columns: readonly ColumnMapping[] = [],
): Promise<Reading> {
  const isTheme = (text: string) => THEMES.includes(text);
  const { source, why, registrations, problems } = await readRegistrations(
    { file, source: bytesSource(bytes) },
    { columns, reserved: ['id', 'name', 'code'], isTheme },
  );
  return { source, why, registrations, problems };
}
