import { realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { failure } from '../errors.ts';
import { EVENT_FILE, type EventFolder } from './event-folder.ts';

/**
 * What an organiser has only once: generated files must not come among them, where `attendees.csv` would replace
 * another.
 */
const OWN = [EVENT_FILE, 'data', 'templates'];

/**
 * Throws SOS106 where a file or folder that a person named for results is the event itself, its data or its templates, or
 * lies in them; links are followed.
 */
export async function keepOwnFiles(
  { root }: Pick<EventFolder, 'root'>,
  cwd: string,
  { option, path }: { readonly option: '--out' | '--rejects'; readonly path: string | undefined },
): Promise<void> {
  if (path === undefined) return;
  const inside = relative(await realPlace(root), await realPlace(resolve(cwd, path)));
  const [first = ''] = inside.split(sep);
  // Some disks make no difference between capital and small letters.
  const own = OWN.find((one) => one === first.toLowerCase());
  if (own === undefined) return;
  const what = own === EVENT_FILE ? own : `${own}/`;
  throw failure('SOS106', `${option} leads into ${what} of the event folder. Nothing was changed.`, {
    hint: `What you decided and who registered stands there. Choose another place, for instance ${option} out/${option === '--out' ? 'lists' : 'rejected.csv'}.`,
  });
}

/** The path without links, also of what is not there yet. */
async function realPlace(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : join(await realPlace(above), basename(path));
  }
}
