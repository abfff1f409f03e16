import { slotsInOrder } from '../../core/order.ts';
import type { Attendee } from '../../model/attendee.ts';
import type { Session, TimeSlot } from '../../model/event.ts';
import { cateringDocument } from './catering-document.ts';
import { countDiets, type DietRow, dietOf } from './diets.ts';
import { type Export, type ExportData, sessionColumns, table } from './export.ts';
import { personColumns } from './person-columns.ts';
import { peopleByName, placesOf } from './places.ts';

/** What the kitchen needs: how many of each diet, for the day and for each session. Names only where they are asked for. */
export const catering: Export = {
  name: 'catering',
  about:
    'how many people have which dietary need, in all, per time slot and per session; names only with --with-names',
  privacy: 'words',
  documents: cateringDocument,
  tables: [
    table({ name: '', about: 'one row per dietary need of those who are coming' }, ofTheDay, [
      [
        'diet',
        'common spellings as one; whatever says more stands as it was written; empty for those without a need',
        (row) => row.diet,
      ],
      ['people', 'how many', (row) => row.people.length, 'number'],
    ]),
    table({ name: 'slots', about: 'one row per time slot and dietary need of those with a seat' }, ofSlots, [
      ['time_slot', 'id of the time slot', ({ slot }) => slot.id],
      ['date', 'day, yyyy-mm-dd', ({ slot }) => slot.date, 'date'],
      ['start', 'beginning, HH:MM, local time', ({ slot }) => slot.start, 'time'],
      ['diet', 'as above', (row) => row.diet],
      ['people', 'how many', (row) => row.people.length, 'number'],
    ]),
    table(
      { name: 'sessions', about: 'one row per session and dietary need of those with a seat' },
      ofSessions,
      [
        ...sessionColumns<DietRow & { readonly session: Session }>((row) => row.session),
        ['diet', 'as above', (row) => row.diet],
        ['people', 'how many', (row) => row.people.length, 'number'],
      ],
    ),
    table(
      { name: 'names', about: 'one row per person with a dietary need, by name', onlyWithNames: true },
      (data) => peopleByName(data).filter((one) => dietOf(data, one) !== ''),
      [
        ...personColumns<Attendee>((row) => row, ['name', 'organisation']),
        ['diet', 'as above', (row, data) => dietOf(data, row)],
        ...personColumns<Attendee>((row) => row, ['dietary', 'code']),
      ],
    ),
  ],
};

function ofTheDay(data: ExportData): readonly DietRow[] {
  return countDiets(data, peopleByName(data));
}

function ofSlots(data: ExportData): readonly (DietRow & { readonly slot: TimeSlot })[] {
  return slotsInOrder(data.event).flatMap((slot) => {
    const seated = placesOf(data).filter((one) => one.session.timeSlot === slot.id);
    const people = seated.flatMap((one) => one.seated.map(({ attendee }) => attendee));
    return countDiets(data, people).map((row) => ({ ...row, slot }));
  });
}

function ofSessions(data: ExportData): readonly (DietRow & { readonly session: Session })[] {
  return placesOf(data).flatMap(({ session, seated }) =>
    countDiets(
      data,
      seated.map((one) => one.attendee),
    ).map((row) => ({ ...row, session })),
  );
}
