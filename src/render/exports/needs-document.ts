import { groupBy } from '../../core/group-by.ts';
import type { ThemeNeed } from '../../core/needs-by-theme.ts';
import type { Attendee } from '../../model/attendee.ts';
import { type Language, ownLanguage } from '../../model/text.ts';
import type { Block, ListItem } from '../documents/document.ts';
import { type ExportData, type ExportDocument, titleOf } from './export.ts';
import { needsOf } from './need-rows.ts';
import { documentOf, nobody } from './table-document.ts';

const WORDS = {
  en: { needs: 'Looked for', solutions: 'Offered', other: 'Other' },
  nb: { needs: 'Etterspurt', solutions: 'Tilbudt', other: 'Annet' },
} as const satisfies Readonly<Record<Language, object>>;

/** Theme by theme: what is looked for beside what is offered, each with who said it and from which unit. */
export function needsDocument(data: ExportData): readonly ExportDocument[] {
  const words = WORDS[ownLanguage(data.language)];
  const themes = groupBy(needsOf(data), (one) => `theme ${one.theme}`);
  const blocks = [...themes.values()].flatMap((rows): readonly Block[] => {
    const theme = data.event.themes.find((one) => one.id === rows[0]?.theme);
    return [
      { kind: 'heading', level: 1, text: titleOf(data, theme?.title) || words.other },
      ...listOf(words.needs, rows, (one) => one.needs),
      ...listOf(words.solutions, rows, (one) => one.solutions),
    ];
  });
  const about = { name: 'needs', privacy: 'names' } as const;
  const document = documentOf(about, data, blocks.length === 0 ? [nobody(data)] : blocks);
  return [{ document, privacy: about.privacy }];
}

function listOf(
  title: string,
  rows: readonly ThemeNeed[],
  textOf: (one: Attendee) => string,
): readonly Block[] {
  const items = rows
    .filter((one) => textOf(one.attendee).trim() !== '')
    .map(({ attendee }): ListItem => ({ text: textOf(attendee).trim(), note: whoSays(attendee) }));
  return items.length === 0
    ? []
    : [
        { kind: 'heading', level: 2, text: title },
        { kind: 'list', items },
      ];
}

/** `Kari Lie, Helsestasjonen, Bærum kommune`. */
export function whoSays({ name, unit, organisation }: Attendee): string {
  return [name, unit, organisation].filter((one) => one.trim() !== '').join(', ');
}
