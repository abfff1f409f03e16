import { failure } from '../../errors.ts';
import type { RenderedFile } from '../../render/exports/export.ts';
import type { Outcome } from '../command.ts';

const MOST_NAMES = 12;

/** The content itself as the command's result; only one file of text can be that. Throws SOS101 for others. */
export function showFile(files: readonly RenderedFile[]): Pick<Outcome, 'result' | 'text'> {
  const [only] = files;
  if (only === undefined || files.length !== 1) {
    throw failure('SOS101', `Standard output takes one file, and this would be ${files.length}.`, {
      hint: `They are: ${firstNames(files)}. Name one export with --format json, programme with --format ics, or a folder with --out.`,
    });
  }
  const { name, content } = only;
  if (typeof content === 'string')
    return { result: { file: name, content }, text: content.replace(/\n$/, '') };
  throw failure('SOS101', `${name} is no text, so that standard output does not take it.`, {
    hint: 'Name a folder with --out, or take --format csv, json, md or html.',
  });
}

function firstNames(files: readonly RenderedFile[]): string {
  const names = files.slice(0, MOST_NAMES).map((one) => one.name);
  return [...names, ...(files.length > MOST_NAMES ? [`and ${files.length - MOST_NAMES} more`] : [])].join(
    ', ',
  );
}
