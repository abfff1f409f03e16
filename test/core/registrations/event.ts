import { parseEvent } from '../../../src/folder/config/parse-event.ts';
import type { Event } from '../../../src/model/event.ts';
import type { Registration, RegistrationField, WishCell } from '../../../src/model/registration.ts';

const EVENT = `sosent: 1
event: { id: test, title: Test, date: 2016-10-26, languages: [nb, en] }
themes:
  - { id: barn-unge, title: { nb: Barn og unge, en: Children & youth }, aliases: [Oppvekst] }
  - { id: arbeid, title: { nb: Arbeid, en: Work } }
  - { id: eldre, title: { nb: Eldre, en: The elderly }, aliases: ["Omsorg, helse og alder"] }
rooms: [{ id: sal, title: Sal, capacity: 10 }]
timeSlots: [{ id: "1", start: "09:00", end: "10:00" }]
sessions: [{ theme: arbeid, room: sal, timeSlots: all }]
attendeeTypes:
  - { id: municipality, title: { nb: Kommune, en: Municipality }, aliases: [Bydel] }
  - { id: business, title: { nb: Næringsliv, en: Business } }
`;

/** An event with three themes and two attendee types, in Norwegian and English. */
export function testEvent(): Event {
  const { value, problems } = parseEvent(EVENT, 'sosent.yaml');
  if (value === undefined) throw new Error(JSON.stringify(problems));
  return value;
}

type Cells = Readonly<Partial<Record<RegistrationField, string>>>;

/** A registration as a source hands it over; wishes are cells of ranks, or one list. */
export function registration(
  fields: Cells,
  more: {
    readonly line?: number;
    readonly shape?: string;
    readonly wishes?: readonly string[];
    readonly list?: string;
    readonly extra?: Readonly<Record<string, string>>;
  } = {},
): Registration {
  const shape = more.shape ?? 'csv-a';
  const ranked = (more.wishes ?? []).map(
    (text, index): WishCell => ({
      rank: index + 1,
      text,
      column: `Tema ${index + 1}. valg`,
    }),
  );
  const listed: WishCell[] =
    more.list === undefined ? [] : [{ rank: 'list', text: more.list, column: 'Temaer' }];
  return {
    origin: { file: `${shape}.csv`, shape, columns: { name: 'Navn', email: 'E-post', type: 'Type' } },
    line: more.line ?? 2,
    fields,
    wishes: [...ranked, ...listed],
    extra: more.extra ?? {},
  };
}
