import { readFile } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { failure, type SosentError } from '../errors.ts';
import type { Fonts } from '../ports.ts';
import { EVENT_FILE, type EventFolder } from './event-folder.ts';
import { fontFamilies } from './font-families.ts';

/** The fonts that `badges.fonts` of sosent.yaml names. Throws SOS535 for one that cannot be used. */
export async function readOwnFonts(folder: EventFolder): Promise<Fonts> {
  const fonts = await Promise.all(folder.event.badges.fonts.map((path) => readFont(folder, path)));
  return {
    blobs: fonts.map((one) => one.bytes),
    families: [...new Set(fonts.flatMap((one) => one.families))],
  };
}

async function readFont(
  folder: EventFolder,
  path: string,
): Promise<{ readonly bytes: Uint8Array; readonly families: readonly string[] }> {
  const file = resolve(folder.root, path);
  const inside = relative(folder.root, file);
  if (inside.startsWith('..') || isAbsolute(inside))
    throw unusable(folder, path, 'it lies outside the event folder');
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    const reason = error.code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${error.code})`;
    throw unusable(folder, path, reason);
  });
  const families = fontFamilies(bytes);
  if (families === undefined) throw unusable(folder, path, 'it is no TrueType or OpenType font');
  return { bytes, families };
}

function unusable(folder: EventFolder, path: string, reason: string): SosentError {
  return failure('SOS535', `The font "${path}" cannot be used: ${reason}.`, {
    location: { file: join(folder.shownRoot, EVENT_FILE) },
    hint: 'Put a .ttf, .otf or .ttc file into the event folder and name it under badges.fonts, or remove it there.',
  });
}
