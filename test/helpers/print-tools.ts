import { execFileSync, spawnSync } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from './event-folder.ts';

/** Debian's `poppler-utils` and `zbar-tools`; tests that need them are skipped, visibly, where they are missing. */
export const HAS_POPPLER = isInstalled('pdfinfo', '-v');
export const HAS_ZBAR = isInstalled('zbarimg', '--version');

function isInstalled(program: string, argument: string): boolean {
  return spawnSync(program, [argument]).status === 0;
}

/**
 * The text of every page: as it stands in the file, or as a person reads it, who follows lines and the direction of
 * their scripts.
 */
export function textOfPages(pdf: string, order: 'raw' | 'reading' = 'raw'): readonly string[] {
  const options = order === 'raw' ? ['-raw'] : [];
  const text = execFileSync('pdftotext', [...options, '-enc', 'UTF-8', pdf, '-'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'], // warns of signs that stand for nothing
  });
  return text.split('\f').slice(0, -1);
}

/** Width and height of every page in millimetres. */
export function pageSizes(pdf: string): readonly (readonly [width: number, height: number])[] {
  const info = execFileSync('pdfinfo', ['-f', '1', '-l', '-1', pdf], { encoding: 'utf8' });
  const mm = (points: string | undefined): number => (Number(points) / 72) * 25.4;
  return [...info.matchAll(/^Page +\d+ size: +([\d.]+) x ([\d.]+) pts/gm)].map(
    ([, width, height]) => [mm(width), mm(height)] as const,
  );
}

/** Fonts that are named and not inside the PDF, and the number of those that are. */
export function fontsOf(pdf: string): { readonly embedded: number; readonly missing: readonly string[] } {
  const rows = execFileSync('pdffonts', [pdf], { encoding: 'utf8' }).trim().split('\n').slice(2);
  // name, type, encoding, emb, sub, uni, object ID; the type holds blanks.
  const missing = rows.filter((row) => row.trim().split(/\s+/).at(-5) !== 'yes');
  return { embedded: rows.length - missing.length, missing };
}

/** What the QR codes of every page say, as a reader sees them at 200 dots per inch. */
export async function readQrCodes(pdf: string): Promise<readonly (readonly string[])[]> {
  const folder = await makeFolder();
  execFileSync('pdftoppm', ['-r', '200', '-gray', '-png', pdf, join(folder, 'page')]);
  const pages = (await readdir(folder)).sort();
  return pages.map((page) => {
    const { stdout } = spawnSync(
      'zbarimg',
      ['--quiet', '--raw', '--nodbus', '-Sdisable', '-Sqrcode.enable', '-Stest-inverted', join(folder, page)],
      { encoding: 'utf8' },
    );
    return stdout === '' ? [] : [stdout.trimEnd()];
  });
}

/** A PDF on the disk, for the tools. */
export async function savePdf(bytes: Uint8Array): Promise<string> {
  const path = join(await makeFolder(), 'print.pdf');
  await writeFile(path, bytes);
  return path;
}
