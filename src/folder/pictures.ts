import { readFile } from 'node:fs/promises';
import { extname, isAbsolute, join, relative, resolve } from 'node:path';
import { failure, type SosentError } from '../errors.ts';
import { EVENT_FILE, type EventFolder } from './event-folder.ts';

const FORMATS: readonly string[] = ['.svg', '.png', '.jpg', '.jpeg', '.gif', '.webp'];

/** An image of the event folder: what it is, its path in sosent.yaml, and a name that says nothing but its format. */
export interface PictureFile {
  readonly kind: 'logo' | 'background';
  readonly path: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The logos that sosent.yaml names, in its order, then the background. Throws SOS506 where one cannot be used. */
export async function readPictures(folder: EventFolder): Promise<readonly PictureFile[]> {
  const { logos, background } = folder.event.badges;
  const wanted = [
    ...logos.map((path, index) => ({ kind: 'logo' as const, path, stem: `logo-${index + 1}` })),
    ...(background === '' ? [] : [{ kind: 'background' as const, path: background, stem: 'background' }]),
  ];
  return Promise.all(
    wanted.map(async ({ kind, path, stem }) => {
      const bytes = await readPicture(folder, { kind, path });
      return { kind, path, name: `${stem}${extname(path).toLowerCase()}`, bytes };
    }),
  );
}

type Named = Pick<PictureFile, 'kind' | 'path'>;

async function readPicture(folder: EventFolder, picture: Named): Promise<Uint8Array> {
  const file = resolve(folder.root, picture.path);
  const inside = relative(folder.root, file);
  if (inside.startsWith('..') || isAbsolute(inside)) {
    throw unusablePicture(folder, picture, 'it lies outside the event folder');
  }
  if (!FORMATS.includes(extname(file).toLowerCase())) {
    throw unusablePicture(folder, picture, `it is none of ${FORMATS.join(', ')}`);
  }
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    const reason = error.code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${error.code})`;
    throw unusablePicture(folder, picture, reason);
  });
}

/** SOS506 for a picture of this event. */
export function unusablePicture(folder: EventFolder, { kind, path }: Named, reason: string): SosentError {
  const key = kind === 'logo' ? 'badges.logos' : 'badges.background';
  return failure('SOS506', `The ${kind} "${path}" cannot be used: ${reason}.`, {
    location: { file: join(folder.shownRoot, EVENT_FILE) },
    hint: `Put the image into the event folder and name it under ${key}, or remove it there.`,
  });
}
