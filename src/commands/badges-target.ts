import { basename, dirname, extname, join, resolve } from 'node:path';
import { failure } from '../errors.ts';
import type { EventFolder } from '../folder/event-folder.ts';
import type { BadgesOptions } from './badges.ts';
import type { CommandContext } from './command.ts';

/** Where the results go; a selection does not replace the badges of everybody. */
export function targetOf(
  context: CommandContext,
  folder: EventFolder,
  { out, only }: Pick<BadgesOptions, 'out' | 'only'>,
): { readonly folder: string; readonly stem: string } {
  if (out === undefined) {
    return { folder: join(folder.root, 'out'), stem: only === undefined ? 'badges' : 'badges-only' };
  }
  if (extname(out).toLowerCase() !== '.pdf') {
    throw failure('SOS101', `The file "${out}" does not end in .pdf.`, {
      hint: 'For example: --out badges.pdf',
    });
  }
  const path = resolve(context.cwd, out);
  return { folder: dirname(path), stem: basename(path, extname(path)) };
}
