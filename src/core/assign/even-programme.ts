import type { Session } from '../../model/event.ts';
import { groupBy } from '../group-by.ts';
import type { Instance } from './instance.ts';

type Programme = Pick<Instance, 'slots' | 'sessions'>;

/** Whether there is one time slot, or every theme runs once in every slot, with the same number of seats. */
export function isEven(programme: Programme): boolean {
  return programme.slots.length === 1 || evenThemes(programme) !== undefined;
}

/** The sessions of each theme, in the order of the slots, where all are alike in every slot; undefined where they are not. */
export function evenThemes({
  sessions,
  slots,
}: Programme): ReadonlyMap<string, readonly Session[]> | undefined {
  const places = new Map<string, readonly Session[]>();
  for (const [theme, theirs] of groupBy(sessions, (one) => one.theme)) {
    const inOrder = slots.flatMap((slot) => theirs.filter((one) => one.timeSlot === slot.id));
    const [first] = inOrder;
    const isAlike =
      theirs.length === slots.length &&
      new Set(theirs.map((one) => one.timeSlot)).size === slots.length &&
      theirs.every((one) => one.capacity === first?.capacity && one.minimum === first?.minimum);
    if (!isAlike) return undefined;
    places.set(theme, inOrder);
  }
  return places;
}
