import type { Event, TimeSlot } from '../model/event.ts';
import { compareText, type Language } from '../model/text.ts';

export { compareText };

/** The time slots in which there are sessions, in order of time; slots at the same time in the order written. */
export function slotsInOrder(event: Event): readonly TimeSlot[] {
  const used = new Set(event.sessions.map((session) => session.timeSlot));
  return event.timeSlots
    .filter((slot) => used.has(slot.id))
    .sort((a, b) => compareText(`${a.date} ${a.start}`, `${b.date} ${b.start}`));
}

/**
 * By name as people of this language look it up (in Norwegian, Å after Ø after Æ after Z), then by code points where
 * the alphabet sees no difference. Unlike `compareText` it is for lists that people read.
 */
export function nameOrder(language: Language): (a: string, b: string) => number {
  const { compare } = new Intl.Collator(language);
  return (a, b) => compare(a, b) || compareText(a, b);
}
