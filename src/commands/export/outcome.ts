import { join, relative } from 'node:path';
import type { Language } from '../../model/text.ts';
import { isPersonal, type RenderedFile } from '../../render/exports/export.ts';
import type { ExportedFiles } from '../../render/exports/index-page.ts';
import { renderExported } from '../../render/terminal/exported.ts';
import type { CommandContext, Outcome } from '../command.ts';
import type { ExportChoice } from './choose.ts';

/** Tells which files were written, and which of them are about people. */
export function exportOutcome(
  context: CommandContext,
  { exports, isAll, hasReport }: ExportChoice,
  done: {
    readonly entries: readonly ExportedFiles[];
    /** All that was written: of the entries, and their index. */
    readonly files: readonly RenderedFile[];
    readonly target: string;
    readonly language: Language;
  },
): Pick<Outcome, 'result' | 'text'> {
  const { entries, files, target, language } = done;
  const shown = (name: string): string => join(relative(context.cwd, target), name);
  return {
    result: {
      exports: entries.map((one) => one.name),
      formats: [...new Set([...exports.flatMap(([, formats]) => formats), ...(hasReport ? ['html'] : [])])],
      language,
      files: files.map((one) => shown(one.name)),
      personal: entries.flatMap((one) =>
        one.files.filter((file) => isPersonal(file.privacy ?? one.privacy)).map((file) => shown(file.name)),
      ),
    },
    text: renderExported(entries, { shown, page: isAll ? 'index.html' : undefined, paint: context.paint }),
  };
}
