import { groupBy } from '../../core/group-by.ts';
import type { Block } from '../documents/document.ts';
import { columnWord } from './column-words.ts';
import { type ExportData, type ExportDocument, roomOf } from './export.ts';
import { peopleByName } from './places.ts';
import { programmeTable } from './programme-table.ts';
import { documentOf } from './table-document.ts';

/** Large print, a heading for each letter: to be read standing, at arm's length, by ten people at once. */
export function doorListDocument(data: ExportData): readonly ExportDocument[] {
  const columns = ['name', 'organisation'].map((one) => columnWord(one, data.language));
  const letters = groupBy(peopleByName(data), (one) => letterOf(one.name, data.language));
  const blocks = [...letters].flatMap(([letter, people]): readonly Block[] => [
    { kind: 'heading', level: 1, text: letter },
    programmeTable(data, people, {
      columns,
      cells: ({ name, organisation }) => [name, organisation],
      seat: ({ session }) => roomOf(data, session),
    }),
  ]);
  const about = { name: 'door-list', privacy: 'names' } as const;
  const look = { layout: 'landscape', print: 'large' } as const;
  return [{ document: documentOf(about, data, blocks, look), privacy: about.privacy }];
}

/** The letter under which a name is looked up: Á with A, Å by itself in Norwegian. `#` for what is no letter. */
function letterOf(name: string, language: string): string {
  const { compare } = new Intl.Collator(language, { sensitivity: 'base' });
  const first = /^[^\p{L}]*(\p{L}\p{M}*)/u.exec(name)?.[1]?.toLocaleUpperCase(language) ?? '#';
  const plain = first.normalize('NFD').replaceAll(/\p{M}/gu, '');
  return compare(first, plain) === 0 ? plain : first;
}
