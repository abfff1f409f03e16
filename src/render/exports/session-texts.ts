import { slotsInOrder } from '../../core/order.ts';
import type { Session, TimeSlot } from '../../model/event.ts';
import { renderDate, renderTimes } from '../dates.ts';
import { type ExportData, roomOf, slotOf, titleOf } from './export.ts';

/** `10:15–11:00`, with the day in front where the event has several. */
export function slotText(data: ExportData, slot: TimeSlot): string {
  const days = new Set(slotsInOrder(data.event).map((one) => one.date));
  const times = renderTimes(slot);
  return days.size > 1 ? `${renderDate(slot.date, data.language)}, ${times}` : times;
}

/** `10:15–11:00, Storsalen`. */
export function whereAndWhen(data: ExportData, session: Session): string {
  return [timeOf(data, session), roomOf(data, session)].filter((one) => one !== '').join(', ');
}

/** `10:15–11:00`. */
export function timeOf(data: ExportData, session: Session): string {
  const slot = slotOf(data.event, session);
  return slot === undefined ? '' : slotText(data, slot);
}

export function sessionTitle(data: ExportData, session: Session): string {
  return titleOf(data, session.title);
}
