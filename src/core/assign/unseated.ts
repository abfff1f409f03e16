import { problem } from '../../errors.ts';
import type { Event } from '../../model/event.ts';
import type { Problem } from '../../model/problem.ts';
import { inLanguage } from '../../model/text.ts';
import type { Summary } from '../summary.ts';

/** SOS406 for each time slot in which somebody has no seat: how many, why, and what would help. */
export function findUnseated(event: Event, summary: Summary): readonly Problem[] {
  const { registered } = summary.attendees;
  return summary.timeSlots
    .filter((one) => one.withoutSeat > 0)
    .map(({ timeSlot, capacity, seated, withoutSeat }) => {
      const slot = event.timeSlots.find((one) => one.id === timeSlot);
      const title = inLanguage(slot?.title ?? {}, event.languages[0] ?? 'en');
      const people = withoutSeat === 1 ? '1 person has' : `${withoutSeat} people have`;
      const free = capacity - seated;
      const why =
        free === 0
          ? `it has ${capacity} seats for ${registered} people`
          : `${free === 1 ? '1 seat is' : `${free} seats are`} free, but not for them: they have the theme already, or are excluded`;
      return problem('SOS406', `${people} no seat in ${title} (${slot?.start ?? ''}): ${why}.`, {
        hint:
          free === 0
            ? 'They are on the waitlist. A larger room or one more session seats them.'
            : 'They are on the waitlist. A session of another theme, or a larger room for one they may take, seats them.',
      });
    });
}
