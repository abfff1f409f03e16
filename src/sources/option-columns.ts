import type { WishCell } from '../model/registration.ts';
import type { SourceSettings } from './source.ts';

/** A column that says with Yes or No whether one theme was ticked. */
interface OptionColumn {
  readonly index: number;
  readonly header: string;
  readonly question: string;
  readonly theme: string;
}

/** The columns `Question – Option` whose option is a theme of the event. */
export function findOptions(
  headers: readonly string[],
  between: string,
  settings: SourceSettings,
): readonly OptionColumn[] {
  return headers.flatMap((header, index) => {
    const cut = header.lastIndexOf(between);
    const theme = header.slice(cut + between.length).trim();
    if (cut === -1 || !settings.isTheme(theme)) return [];
    return [{ index, header, question: header.slice(0, cut), theme }];
  });
}

const TICKED = /^(yes|ja|oui|sí|x|1|true)$/i;

/** Ticks have no order, so that all themes ticked under one question are wished alike: one cell of rank 1. */
export function readOptions(cells: readonly string[], options: readonly OptionColumn[]): readonly WishCell[] {
  const ticked = options.filter(({ index }) => TICKED.test(cells[index]?.trim() ?? ''));
  return [...new Set(ticked.map((one) => one.question))].map((question) => ({
    rank: 1,
    text: ticked
      .filter((one) => one.question === question)
      .map((one) => one.theme)
      .join('; '),
    column: question,
  }));
}

/** Whether a cell is nothing but options that are themes, joined by `between`; a title may hold that too. */
export function isTicked(cell: string, between: string, isTheme: SourceSettings['isTheme']): boolean {
  if (isTheme(cell)) return true;
  let cut = cell.indexOf(between);
  while (cut !== -1) {
    const rest = cell.slice(cut + between.length);
    if (isTheme(cell.slice(0, cut)) && isTicked(rest, between, isTheme)) return true;
    cut = cell.indexOf(between, cut + between.length);
  }
  return false;
}
