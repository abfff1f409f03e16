import type { Attendee } from '../../model/attendee.ts';
import { type Instance, nameSession } from '../assign/instance.ts';
import { cellOf } from '../attendee-cell.ts';
import { seatRule } from './seat-rule.ts';

/**
 * Whoever needs to get there without stairs sits in rooms where that is possible. Who does, the organiser says: by a pin,
 * or by the texts of a column that mean it. Nothing is guessed from what people wrote.
 */
export const accessibility = seatRule({
  id: 'accessibility',
  title: 'Who needs a room without stairs is placed in one',
  banOf: (instance) => {
    const needs = findStepFree(instance);
    if (needs.size === 0) return undefined;
    const stairs = new Set(instance.event.rooms.filter((one) => !one.accessible).map((one) => one.id));
    const ban = { rule: '', facts: {} };
    return ({ id }, { room }) => (stairs.has(room) && needs.has(id) ? ban : undefined);
  },
  describe: (instance, { name }, session) =>
    `${name} needs a room without stairs but sits in ${nameSession(instance, session)}.`,
});

function findStepFree({ attendees, event, pins }: Instance): ReadonlySet<string> {
  const rule = event.rules.accessibility;
  const texts = (rule?.needs ?? []).map((one) => one.toLowerCase());
  const isMeant = (attendee: Attendee): boolean =>
    rule !== undefined && texts.includes(cellOf(attendee, rule.column).toLowerCase());
  return new Set([
    ...pins.filter((one) => one.pin.kind === 'step-free').map((one) => one.attendee.id),
    ...attendees.filter(isMeant).map((one) => one.id),
  ]);
}
