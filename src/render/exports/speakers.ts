import { findSpeakers, type Speaker } from '../../core/find-speakers.ts';
import { type Export, type ExportData, sessionColumns, table } from './export.ts';
import { personColumns } from './person-columns.ts';
import { type Place, peopleByName, placesOf, seatsByPerson } from './places.ts';

/** Who has a part in the programme, when and where, and how to reach them. */
export const speakers: Export = {
  name: 'speakers',
  about:
    'people whose role, pin or column (`exports.speakers` in sosent.yaml) says that they speak, with their sessions',
  privacy: 'names',
  tables: [
    table(
      {
        name: '',
        about: 'one row per speaker and session, by time, then name',
        inDocuments: ['date', 'start', 'title', 'room', 'name', 'organisation', 'part', 'email', 'phone'],
      },
      listSpeakers,
      [
        ...sessionColumns<SpeakerRow>((row) => row.place.session),
        ...personColumns<SpeakerRow>((row) => row.place.attendee, ['name', 'organisation']),
        ['part', 'their part, as the role, the column or the pin says it', (row) => row.speaker.part],
        ['source', 'where that is said: `role`, `column` or `pin`', (row) => row.speaker.source],
        ...personColumns<SpeakerRow>((row) => row.place.attendee, ['email', 'phone', 'language', 'code']),
      ],
    ),
  ],
};

interface SpeakerRow {
  readonly speaker: Speaker;
  readonly place: Place;
}

function listSpeakers(data: ExportData): readonly SpeakerRow[] {
  const order = new Map(placesOf(data).map((one, index) => [one.session.id, index]));
  return findSpeakers(data.event, peopleByName(data), data.pins ?? [])
    .flatMap((speaker) =>
      (seatsByPerson(data).get(speaker.attendee.id) ?? [])
        .filter(({ session }) => speaker.sessions?.includes(session.id) ?? true)
        .map((place) => ({ speaker, place })),
    )
    .sort((a, b) => (order.get(a.place.session.id) ?? 0) - (order.get(b.place.session.id) ?? 0));
}
