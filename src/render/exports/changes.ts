import type { Place as ChangedPlace, PersonChange, SlotChange } from '../../core/assign/compare-plans.ts';
import type { Attendee } from '../../model/attendee.ts';
import { type ColumnOf, type Export, type ExportData, roomOf, table, titleOf } from './export.ts';

/** Who has to be told something new. */
export const changes: Export = {
  name: 'changes',
  about:
    'what is different from the published plan, person by person; there only after `sosent assign --publish`',
  privacy: 'names',
  needs: 'published-plan',
  tables: [
    table(
      {
        name: '',
        about: 'one row per person and time slot that changes',
        inDocuments: [
          'change',
          'name',
          'organisation',
          'date',
          'start',
          'title_before',
          'room_before',
          'title_after',
          'room_after',
          'phone',
        ],
      },
      listChanges,
      [
        [
          'change',
          '`moved`, `changed`, `promoted` from the waitlist, `new` or `cancelled`',
          (row) => row.person.kind,
        ],
        [
          'name',
          'as it was registered; the id of somebody who is not in the list any more',
          (row) => row.person.name,
        ],
        ['code', 'on the badge', (row) => row.person.code],
        ['organisation', 'employer', (row) => row.attendee?.organisation ?? ''],
        ['email', 'address; empty for those who do not come', (row) => row.attendee?.email ?? ''],
        ['phone', 'as text, with the country code where it is known', (row) => row.attendee?.phone ?? ''],
        ['time_slot', 'id of the time slot', (row) => row.slot.timeSlot],
        ['date', 'day, yyyy-mm-dd', (row, data) => slotOf(data, row)?.date ?? null, 'date'],
        ['start', 'beginning, HH:MM, local time', (row, data) => slotOf(data, row)?.start ?? null, 'time'],
        ...placeColumns('before', (row) => row.slot.before),
        ...placeColumns('after', (row) => row.slot.after),
      ],
    ),
  ],
};

interface ChangeRow {
  readonly person: PersonChange;
  readonly slot: SlotChange;
  readonly attendee: Attendee | undefined;
}

function listChanges(data: ExportData): readonly ChangeRow[] {
  const people = new Map(data.attendees.map((one) => [one.id, one]));
  return (data.changes?.people ?? []).flatMap((person) =>
    person.slots.map((slot) => ({ person, slot, attendee: people.get(person.attendee) })),
  );
}

function placeColumns(
  when: 'before' | 'after',
  placeOf: (row: ChangeRow) => ChangedPlace | undefined,
): readonly ColumnOf<ChangeRow>[] {
  const sessionOf = (row: ChangeRow, data: ExportData): ExportData['event']['sessions'][number] | undefined =>
    data.event.sessions.find((one) => one.id === placeOf(row)?.session);
  return [
    [`session_${when}`, `id of the session ${when}; empty for none`, (row) => placeOf(row)?.session ?? ''],
    [`title_${when}`, 'its title', (row, data) => titleOf(data, sessionOf(row, data)?.title)],
    [
      `room_${when}`,
      'title of its room',
      (row, data) => {
        const session = sessionOf(row, data);
        return session === undefined ? '' : roomOf(data, session);
      },
    ],
    [
      `waits_${when}`,
      'yes where they wait for it; empty for no session',
      (row) => placeOf(row)?.waits ?? null,
      'yes-no',
    ],
  ];
}

function slotOf(
  { event }: ExportData,
  { slot }: ChangeRow,
): ExportData['event']['timeSlots'][number] | undefined {
  return event.timeSlots.find((one) => one.id === slot.timeSlot);
}
