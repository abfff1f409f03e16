import { basename, dirname, extname, join, resolve } from 'node:path';
import { failure } from '../../errors.ts';
import type { EventFolder } from '../../folder/event-folder.ts';
import type { BadgesOptions } from '../badges.ts';
import type { CommandContext } from '../command.ts';

/** The folder of the results, and their file name without an ending. */
export interface BadgesTarget {
  readonly folder: string;
  readonly stem: string;
}

/** Where the results go; a selection does not replace the badges of everybody. */
export function targetOf(
  context: CommandContext,
  folder: EventFolder,
  { out, only, changed }: Pick<BadgesOptions, 'out' | 'only' | 'changed'>,
): BadgesTarget {
  if (out === undefined) {
    const selection = changed === undefined ? (only === undefined ? '' : '-only') : '-changed';
    return { folder: join(folder.root, 'out'), stem: `badges${selection}` };
  }
  if (extname(out).toLowerCase() !== '.pdf') {
    throw failure('SOS101', `The file "${out}" does not end in .pdf.`, {
      hint: 'For example: --out badges.pdf',
    });
  }
  const path = resolve(context.cwd, out);
  return { folder: dirname(path), stem: basename(path, extname(path)) };
}
