import { problem } from '../../errors.ts';
import type { Event } from '../../model/event.ts';
import type { Problem } from '../../model/problem.ts';
import { inLanguage } from '../../model/text.ts';
import type { Summary } from '../summary.ts';

/** SOS406 for each time slot in which somebody has no seat: how many, why, and what would help. */
export function findUnseated(event: Event, summary: Summary): readonly Problem[] {
  return summary.timeSlots
    .filter((one) => one.withoutSeat > 0)
    .map(({ timeSlot, capacity, present, seated, withoutSeat }) => {
      const slot = event.timeSlots.find((one) => one.id === timeSlot);
      const title = inLanguage(slot?.title ?? {}, event.languages[0] ?? 'en');
      const people = withoutSeat === 1 ? '1 person has' : `${withoutSeat} people have`;
      const free = capacity - seated;
      const why =
        free === 0
          ? `it has ${capacity} seats for ${present} people`
          : `${free === 1 ? '1 seat is' : `${free} seats are`} free, but not for them: they have the theme already, or a pin or rule keeps them out`;
      return problem('SOS406', `${people} no seat in ${title} (${slot?.start ?? ''}): ${why}.`, {
        hint:
          free === 0
            ? 'They are on the waitlist. A larger room or one more session seats them.'
            : 'They are on the waitlist. A session of another theme, or a larger room for one they may take, seats them.',
      });
    });
}
