import { type Language, ownLanguage } from '../../model/text.ts';
import type { Block } from '../documents/document.ts';
import { columnWord } from './column-words.ts';
import type { ExportData, ExportDocument } from './export.ts';
import { placesOf, type SessionPlaces } from './places.ts';
import { sessionTitle, whereAndWhen } from './session-texts.ts';
import { documentOf } from './table-document.ts';

/** Rows for people who walk in: as many as there are free seats, within these. */
const [FEWEST_ROWS, MOST_ROWS] = [4, 12];

const WORDS = {
  en: {
    expected: (count: number) => (count === 1 ? '1 person is expected.' : `${count} people are expected.`),
    signature: 'Signature',
    walkIns: 'Others who came',
  },
  nb: {
    expected: (count: number) => (count === 1 ? '1 person er ventet.' : `${count} personer er ventet.`),
    signature: 'Underskrift',
    walkIns: 'Andre som kom',
  },
} as const satisfies Readonly<Record<Language, object>>;

/** A sheet for the door of each session. */
export function signInDocument(data: ExportData): readonly ExportDocument[] {
  const blocks = placesOf(data).flatMap((places, index) => [
    ...(index === 0 ? [] : [{ kind: 'page-break' } as const]),
    ...sheetBlocks(data, places),
  ]);
  const about = { name: 'sign-in', privacy: 'names' } as const;
  return [{ document: documentOf(about, data, blocks), privacy: about.privacy }];
}

function sheetBlocks(data: ExportData, { session, seated }: SessionPlaces): readonly Block[] {
  const words = WORDS[ownLanguage(data.language)];
  const free = session.capacity - seated.length;
  const walkIns = Math.min(Math.max(free, FEWEST_ROWS), MOST_ROWS);
  const table = (rows: readonly (readonly string[])[]): Block => ({
    kind: 'table',
    rowHeight: 'write',
    columns: [
      { title: columnWord('number', data.language), align: 'right', share: 0 },
      { title: columnWord('name', data.language), align: 'left', share: 30 },
      { title: columnWord('organisation', data.language), align: 'left', share: 30 },
      { title: words.signature, align: 'left', share: 34 },
    ],
    rows,
  });
  return [
    { kind: 'heading', level: 1, text: sessionTitle(data, session) },
    {
      kind: 'text',
      tone: 'lead',
      text: `${whereAndWhen(data, session)}. ${words.expected(seated.length)}`,
    },
    ...(seated.length === 0
      ? []
      : [
          table(
            seated.map(({ number, attendee }) => [String(number), attendee.name, attendee.organisation, '']),
          ),
        ]),
    { kind: 'heading', level: 2, text: words.walkIns },
    table(Array.from({ length: walkIns }, () => ['', '', '', ''])),
  ];
}
