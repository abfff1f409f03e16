import type { ChalkInstance } from 'chalk';
import { groupBy } from '../../core/group-by.ts';
import { isPersonal } from '../exports/export.ts';
import { countFiles, fileLines } from '../exports/file-lines.ts';
import type { ExportedFiles } from '../exports/index-page.ts';
import { safeText } from './safe-text.ts';

interface Setting {
  /** A file as it is shown to the person. */
  readonly shown: (name: string) => string;
  /** The page that links all files, where there is one. */
  readonly page: string | undefined;
  readonly paint: ChalkInstance;
}

/** More lines than this are told export by export. */
const MOST_LINES = 24;

/** Every file that was written, and which of them are about people. */
export function renderExported(entries: readonly ExportedFiles[], setting: Setting): string {
  const { page, paint } = setting;
  const files = entries.flatMap((one) => one.files.map((file) => ({ ...one, ...file })));
  const personal = files.filter((one) => isPersonal(one.privacy)).length;
  const count = files.length + (page === undefined ? 0 : 1);
  return [
    paint.green(`${countFiles(count)} written:`),
    ...(page === undefined ? [] : [`  ${safeText(setting.shown(page))}  links them all`]),
    ...(entries.flatMap((one) => fileLines(one.files)).length > MOST_LINES
      ? listExports(entries, setting)
      : listFiles(entries, setting)),
    ...(personal === 0
      ? []
      : ['Give what is about people to those who need it only; --shared writes the rest alone.']),
  ].join('\n');
}

function listFiles(entries: readonly ExportedFiles[], { shown, paint }: Setting): readonly string[] {
  const lines = entries.flatMap(({ privacy, files }) =>
    fileLines(files).map((line) => ({
      text: `${safeText(shown(line.name))}${line.name.endsWith('/') ? ` (${countFiles(line.files)})` : ''}`,
      personal: isPersonal(line.privacy ?? privacy),
    })),
  );
  return alignNotes(lines, paint);
}

/** `rosters   csv xlsx html pdf`: the endings of its files, each with their number where there are several. */
function listExports(entries: readonly ExportedFiles[], { paint }: Setting): readonly string[] {
  const width = Math.max(...entries.map((one) => one.name.length));
  const lines = entries.map(({ name, privacy, files }) => {
    const endings = [...groupBy(files, (file) => file.name.slice(file.name.lastIndexOf('.') + 1))];
    const kinds = endings.map(([ending, some]) => (some.length === 1 ? ending : `${some.length} ${ending}`));
    return { text: `${name.padEnd(width)}  ${kinds.join(', ')}`, personal: isPersonal(privacy) };
  });
  return alignNotes(lines, paint);
}

function alignNotes(
  lines: readonly { readonly text: string; readonly personal: boolean }[],
  paint: ChalkInstance,
): readonly string[] {
  const width = Math.max(0, ...lines.map((one) => one.text.length));
  return lines.map(({ text, personal }) =>
    personal ? `  ${text.padEnd(width)}  ${paint.yellow('about people')}` : `  ${text}`,
  );
}
