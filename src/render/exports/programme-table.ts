import { groupBy } from '../../core/group-by.ts';
import { slotsInOrder } from '../../core/order.ts';
import type { Attendee } from '../../model/attendee.ts';
import type { TimeSlot } from '../../model/event.ts';
import type { TableBlock, TableColumn } from '../documents/document.ts';
import type { ExportData } from './export.ts';
import { type Place, seatsByPerson } from './places.ts';
import { slotText } from './session-texts.ts';
import { shareOf } from './table-document.ts';

/** People with a column for each time slot: what is said of their seat there, blank where they have none. */
export function programmeTable(
  data: ExportData,
  people: readonly Attendee[],
  about: {
    readonly columns: readonly string[];
    readonly cells: (one: Attendee) => readonly string[];
    readonly seat: (place: Place) => string;
  },
): TableBlock {
  const slots = slotsInOrder(data.event);
  const rows = people.map((one) => [...about.cells(one), ...seatTexts(data, one, slots, about.seat)]);
  const titles = [...about.columns, ...slots.map((slot) => slotText(data, slot))];
  return {
    kind: 'table',
    rowHeight: 'normal',
    columns: titles.map(
      (title, index): TableColumn => ({
        title,
        align: 'left',
        share: shareOf([title, ...rows.map((row) => row[index] ?? '')]),
      }),
    ),
    rows,
  };
}

function seatTexts(
  data: ExportData,
  { id }: Attendee,
  slots: readonly TimeSlot[],
  seat: (place: Place) => string,
): readonly string[] {
  const seats = groupBy(seatsByPerson(data).get(id) ?? [], (one) => one.session.timeSlot);
  return slots.map((slot) => (seats.get(slot.id) ?? []).map(seat).join(', '));
}
