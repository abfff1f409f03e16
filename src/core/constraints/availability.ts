import { nameSession } from '../assign/instance.ts';
import { findAbsences } from '../assign/presence.ts';
import { seatRule } from './seat-rule.ts';

/** Nobody is placed in a time slot in which they are not there. They need no seat in it and do not wait for one. */
export const availability = seatRule({
  id: 'availability',
  title: 'People have places only while they are there',
  banOf: (instance) => {
    const isAsked =
      instance.event.rules.availability !== undefined ||
      instance.pins.some((one) => one.pin.kind === 'absent');
    if (!isAsked) return undefined;
    const isAbsent = findAbsences(instance);
    const ban = { rule: '', facts: {} };
    return ({ id }, { timeSlot }) => (isAbsent(id, timeSlot) ? ban : undefined);
  },
  describe: (instance, { name }, session) =>
    `${name} sits in ${nameSession(instance, session)} but is not there at that time.`,
});
