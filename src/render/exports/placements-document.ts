import { columnWord } from './column-words.ts';
import { type ExportData, type ExportDocument, roomOf } from './export.ts';
import { peopleByName } from './places.ts';
import { programmeTable } from './programme-table.ts';
import { sessionTitle } from './session-texts.ts';
import { documentOf } from './table-document.ts';

/** One line for each person with all their sessions: what the information desk looks up. */
export function placementsDocument(data: ExportData): readonly ExportDocument[] {
  const block = programmeTable(data, peopleByName(data), {
    columns: ['name', 'organisation'].map((one) => columnWord(one, data.language)),
    cells: ({ name, organisation }) => [name, organisation],
    seat: ({ session }) => `${sessionTitle(data, session)}, ${roomOf(data, session)}`,
  });
  const about = { name: 'placements', privacy: 'names' } as const;
  return [{ document: documentOf(about, data, [block], { layout: 'landscape' }), privacy: about.privacy }];
}
