import { groupBy } from '../../core/group-by.ts';
import { slotsInOrder } from '../../core/order.ts';
import type { Attendee } from '../../model/attendee.ts';
import type { Session } from '../../model/event.ts';
import type { Placement } from '../../model/placement.ts';
import { type Export, type ExportData, sessionColumns, table } from './export.ts';
import { personColumns } from './person-columns.ts';
import { placementsDocument } from './placements-document.ts';
import { peopleByName } from './places.ts';

/** The whole plan person by person: for whoever answers "where do I go?". */
export const placements: Export = {
  name: 'placements',
  about: 'where each person sits or waits, person by person',
  privacy: 'names',
  documents: placementsDocument,
  tables: [
    table({ name: '', about: 'one row per person and session, by name, then time' }, listPlacements, [
      ...personColumns<Row>((row) => row.attendee, ['name', 'code', 'organisation', 'unit', 'type']),
      ...sessionColumns<Row>((row) => row.session),
      [
        'state',
        '`seated` or `waiting`',
        ({ placement }) => (placement.kind === 'waitlisted' ? 'waiting' : 'seated'),
      ],
      ['how', '`assigned`, `pinned` or `waitlisted`', ({ placement }) => placement.kind],
      [
        'rank',
        'rank of the wish it fulfils; empty where it was not wished for',
        ({ placement }) => placement.rank || null,
        'number',
      ],
    ]),
  ],
};

interface Row {
  readonly attendee: Attendee;
  readonly session: Session;
  readonly placement: Placement;
}

/** Somebody who waits for no session has no row: there is none to name. */
function listPlacements(data: ExportData): readonly Row[] {
  const slots = new Map(slotsInOrder(data.event).map((slot, index) => [slot.id, index]));
  const sessions = new Map(data.event.sessions.map((one) => [one.id, one]));
  const places = groupBy(data.placements, (one) => one.attendee);
  const time = (one: Placement): number => slots.get(one.timeSlot) ?? slots.size;
  return peopleByName(data).flatMap((attendee) =>
    (places.get(attendee.id) ?? [])
      .toSorted((a, b) => time(a) - time(b))
      .flatMap((placement) => {
        const session = sessions.get(placement.session);
        return session === undefined ? [] : [{ attendee, session, placement }];
      }),
  );
}
