import { groupBy } from '../../core/group-by.ts';
import { slotsInOrder } from '../../core/order.ts';
import type { Attendee } from '../../model/attendee.ts';
import type { Session } from '../../model/event.ts';
import type { Placement } from '../../model/placement.ts';
import { byName, type Export, type ExportData, sessionColumns, table, typeOf } from './export.ts';

/** Who sits in which session, for the host at its door. Addresses, phones and diets stay out: nobody needs them there. */
export const rosters: Export = {
  name: 'rosters',
  about: 'who sits in each session, and who waits for it',
  tables: [
    table({ name: '', about: 'one row per person and session' }, listPeople, [
      ...sessionColumns<RosterRow>((row) => row.session),
      [
        'number',
        'from 1 within the session by name; for those who wait, the place in the queue',
        (row) => row.number,
      ],
      ['state', '`seated` or `waiting`', (row) => (isWaiting(row.placement) ? 'waiting' : 'seated')],
      ['name', 'as it was registered', (row) => row.attendee.name],
      ['organisation', '', (row) => row.attendee.organisation],
      ['unit', 'part of the organisation', (row) => row.attendee.unit],
      ['type', 'title of the attendee type', (row, data) => typeOf(data, row.attendee.type)],
      ['role', 'job title, or part in the event', (row) => row.attendee.role],
      ['language', 'of the attendee', (row) => row.attendee.language],
      ['accessibility', 'what the attendee needs in the room', (row) => row.attendee.accessibility],
      ['how', '`assigned`, `pinned` or `waitlisted`', (row) => row.placement.kind],
      [
        'rank',
        'rank of the wish it fulfils; empty where it was not wished for',
        (row) => row.placement.rank || null,
      ],
      ['code', 'on the badge', (row) => row.attendee.code],
    ]),
  ],
};

interface RosterRow {
  readonly session: Session;
  readonly attendee: Attendee;
  readonly placement: Placement;
  readonly number: number;
}

/** Sessions in order of time; in each, those with a seat by name, then the waitlist in its order. */
function listPeople(data: ExportData): readonly RosterRow[] {
  const { event, placements } = data;
  const people = new Map(data.attendees.map((one) => [one.id, one]));
  const bySession = groupBy(placements, (one) => one.session);
  const order = byName(data);
  return slotsInOrder(event)
    .flatMap((slot) => event.sessions.filter((one) => one.timeSlot === slot.id))
    .flatMap((session) => {
      const here = (bySession.get(session.id) ?? []).flatMap((placement) => {
        const attendee = people.get(placement.attendee);
        return attendee === undefined ? [] : [{ session, attendee, placement }];
      });
      const seated = here.filter((one) => !isWaiting(one.placement));
      const waiting = here.filter((one) => isWaiting(one.placement));
      return [seated.sort((a, b) => order(a.attendee, b.attendee)), waiting].flatMap((rows) =>
        rows.map((row, index) => ({ ...row, number: index + 1 })),
      );
    });
}

function isWaiting({ kind }: Placement): boolean {
  return kind === 'waitlisted';
}
