import { readFile } from 'node:fs/promises';
import { extname, isAbsolute, join, relative, resolve } from 'node:path';
import { failure, type SosentError } from '../errors.ts';
import { EVENT_FILE, type EventFolder } from './event-folder.ts';

const FORMATS: readonly string[] = ['.svg', '.png', '.jpg', '.jpeg', '.gif', '.webp'];

/** An image, under a name that says nothing but its format. */
export interface LogoFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The logo that sosent.yaml names, undefined where it names none. Throws SOS506 where it cannot be used. */
export async function readLogo(folder: EventFolder): Promise<LogoFile | undefined> {
  const path = folder.event.badges.logo;
  if (path === '') return undefined;
  const file = resolve(folder.root, path);
  const inside = relative(folder.root, file);
  const format = extname(file).toLowerCase();
  if (inside.startsWith('..') || isAbsolute(inside))
    throw unusable(folder, 'it lies outside the event folder');
  if (!FORMATS.includes(format)) throw unusable(folder, `it is none of ${FORMATS.join(', ')}`);
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw unusable(
      folder,
      error.code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${error.code})`,
    );
  });
  return { name: `logo${format}`, bytes };
}

/** SOS506 for the logo of this event. */
export function unusable(folder: EventFolder, reason: string): SosentError {
  return failure('SOS506', `The logo "${folder.event.badges.logo}" cannot be used: ${reason}.`, {
    location: { file: join(folder.shownRoot, EVENT_FILE) },
    hint: 'Put the image into the event folder and name it as badges.logo, or remove that key.',
  });
}
