import { execFileSync, spawnSync } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from './event-folder.ts';

/** Debian's `poppler-utils`, `zbar-tools` and `qpdf`; tests that need them are skipped, visibly, where they are missing. */
export const HAS_POPPLER = isInstalled('pdfinfo', '-v');
export const HAS_ZBAR = isInstalled('zbarimg', '--version');
export const HAS_QPDF = isInstalled('qpdf', '--version');

function isInstalled(program: string, argument: string): boolean {
  return spawnSync(program, [argument]).status === 0;
}

/** The text of every page, as somebody who copies it out of a PDF reader gets it. */
export function textOfPages(pdf: string): readonly string[] {
  const text = execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', pdf, '-'], {
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

/** What `qpdf` finds wrong with the structure of a PDF; '' for a sound one. */
export function checkStructure(pdf: string): string {
  const { status, stdout, stderr } = spawnSync('qpdf', ['--check', pdf], { encoding: 'utf8' });
  return status === 0 ? '' : `${stdout}${stderr}`;
}

/** The boxes of the first page in millimetres, `left bottom right top`, as `pdfinfo` reads them. */
export function boxesOf(pdf: string): Readonly<Record<string, readonly number[]>> {
  const info = execFileSync('pdfinfo', ['-box', pdf], { encoding: 'utf8' });
  return Object.fromEntries(
    [...info.matchAll(/^(\w+Box): +([-\d.]+) +([-\d.]+) +([-\d.]+) +([-\d.]+)/gm)].map(
      ([, name, ...points]) => [name, points.map((one) => (Number(one) / 72) * 25.4)],
    ),
  );
}

/** Fonts that are named and not inside the PDF, and the number of those that are. */
export function fontsOf(pdf: string): {
  readonly embedded: number;
  readonly missing: readonly string[];
  readonly type3: readonly string[];
} {
  const rows = execFileSync('pdffonts', [pdf], { encoding: 'utf8' }).trim().split('\n').slice(2);
  // name, type, encoding, emb, sub, uni, object ID; the type holds blanks.
  const missing = rows.filter((row) => row.trim().split(/\s+/).at(-5) !== 'yes');
  const type3 = rows.filter((row) => row.includes('Type 3'));
  return { embedded: rows.length - missing.length, missing, type3 };
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
