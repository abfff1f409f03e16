import { readFile } from 'node:fs/promises';
import { extname, isAbsolute, join, relative, resolve } from 'node:path';
import { problem } from '../errors.ts';
import type { Problem } from '../model/problem.ts';
import { EVENT_FILE, type EventFolder } from './event-folder.ts';

const FORMATS: readonly string[] = ['.svg', '.png', '.jpg', '.jpeg', '.gif', '.webp'];

/** An image of the event folder: what it is, its path in sosent.yaml, and a name that says nothing but its format. */
export interface PictureFile {
  readonly kind: 'logo' | 'background';
  readonly path: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Pictures, and those of them that cannot be used: badges are printed without. */
export interface ReadPictures {
  readonly pictures: readonly PictureFile[];
  /** SOS506 each. */
  readonly problems: readonly Problem[];
}

/** The logos that sosent.yaml names, in its order, then the background. */
export async function readPictures(folder: EventFolder): Promise<ReadPictures> {
  const { logos, background } = folder.event.badges;
  const wanted = [
    ...logos.map((path, index) => ({ kind: 'logo' as const, path, stem: `logo-${index + 1}` })),
    ...(background === '' ? [] : [{ kind: 'background' as const, path: background, stem: 'background' }]),
  ];
  const read = await Promise.all(
    wanted.map(async ({ kind, path, stem }): Promise<PictureFile | Problem> => {
      const bytes = await readPicture(folder, path);
      if (typeof bytes === 'string') return unusablePicture(folder, { kind, path }, bytes);
      return { kind, path, name: `${stem}${extname(path).toLowerCase()}`, bytes };
    }),
  );
  return {
    pictures: read.flatMap((one) => ('bytes' in one ? one : [])),
    problems: read.flatMap((one) => ('bytes' in one ? [] : one)),
  };
}

/** The bytes, or why there are none. */
async function readPicture(folder: EventFolder, path: string): Promise<Uint8Array | string> {
  const file = resolve(folder.root, path);
  const inside = relative(folder.root, file);
  if (inside.startsWith('..') || isAbsolute(inside)) return 'it lies outside the event folder';
  if (!FORMATS.includes(extname(file).toLowerCase())) return `it is none of ${FORMATS.join(', ')}`;
  return readFile(file).catch((error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${error.code})`,
  );
}

/** SOS506 for a picture of this event. */
export function unusablePicture(
  folder: EventFolder,
  { kind, path }: Pick<PictureFile, 'kind' | 'path'>,
  reason: string,
): Problem {
  const key = kind === 'logo' ? 'badges.logos' : 'badges.background';
  return problem('SOS506', `The ${kind} "${path}" is not printed: ${reason}.`, {
    location: { file: join(folder.shownRoot, EVENT_FILE) },
    hint: `Put the image into the event folder and name it under ${key}, or remove it there.`,
  });
}
