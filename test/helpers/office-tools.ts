import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from './event-folder.ts';

/** Debian's `libreoffice-calc-nogui`; tests that need it are skipped, visibly, where it is missing. */
export const HAS_LIBREOFFICE = spawnSync('soffice', ['--version']).status === 0;

/** Every sheet of a workbook as LibreOffice shows it, as CSV by the name of the sheet. */
export async function openInLibreOffice(workbook: Uint8Array): Promise<Readonly<Record<string, string>>> {
  const folder = await makeFolder();
  await writeFile(join(folder, 'book.xlsx'), workbook);
  // Separator 44, quote 34, UTF-8, cells as they are shown, every sheet (-1) in a file of its own.
  const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1';
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const { stderr, status } = spawnSync(
    'soffice',
    [profile, '--headless', '--convert-to', filter, '--outdir', folder, join(folder, 'book.xlsx')],
    { encoding: 'utf8', timeout: 120_000 },
  );
  const files = readdirSync(folder).filter((file) => file.endsWith('.csv'));
  if (files.length === 0) throw new Error(`LibreOffice opens it not: ${status} ${stderr}`);
  return Object.fromEntries(
    files.map((file) => [
      file.replace(/^book-|\.csv$/g, ''),
      readFileSync(join(folder, file), 'utf8').replace(/^\ufeff/, ''),
    ]),
  );
}
