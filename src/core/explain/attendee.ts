import type { Attendee } from '../../model/attendee.ts';
import type { Criterion } from '../../model/event.ts';
import type { Placement } from '../../model/placement.ts';
import type { Instance } from '../assign/instance.ts';
import type { Plan } from '../assign/plan.ts';
import { findAbsences } from '../assign/presence.ts';
import { explainMissedWish, findMissedThemes, type MissedWish } from './missed-wish.ts';
import type { Solve } from './variants.ts';

/** Why an attendee sits where they sit. */
export interface AttendeeExplanation {
  readonly kind: 'attendee';
  readonly attendee: string;
  readonly criterion: Criterion;
  readonly wishes: Attendee['wishes'];
  /** One per time slot, in order of time. */
  readonly places: readonly Place[];
  readonly missed: readonly MissedWish[];
}

/** What became of one attendee in one time slot. */
export interface Place {
  readonly timeSlot: string;
  /** Id of the session that they sit in or wait for; '' for none. */
  readonly session: string;
  readonly how: Placement['kind'] | 'nothing' | 'absent';
  readonly rank: number;
  /** The organiser's reason for a pin. */
  readonly reason: string;
  /** Themes wished more than this seat that the attendee has in another slot: nobody gets a theme twice. */
  readonly hadElsewhere: readonly { readonly theme: string; readonly timeSlot: string }[];
}

/** Solves once per session of a missed theme, and once per change tried; nothing where no wish was missed. */
export async function explainAttendee(question: {
  readonly instance: Instance;
  readonly attendee: Attendee;
  readonly criterion: Criterion;
  readonly written: readonly Placement[];
  /** Gives the plan of the folder as it is. */
  readonly best: () => Promise<Plan>;
  readonly solve: Solve;
}): Promise<AttendeeExplanation> {
  const { instance, attendee, written } = question;
  const own = written.filter((one) => one.attendee === attendee.id);
  const missed: MissedWish[] = [];
  for (const theme of findMissedThemes(question)) {
    missed.push(await explainMissedWish({ ...question, best: await question.best() }, theme));
  }
  return {
    kind: 'attendee',
    attendee: attendee.id,
    criterion: question.criterion,
    wishes: attendee.wishes,
    places: instance.slots.map((slot) => describePlace(instance, attendee, own, slot.id)),
    missed,
  };
}

function describePlace(
  instance: Instance,
  attendee: Attendee,
  own: readonly Placement[],
  timeSlot: string,
): Place {
  const place = own.find((one) => one.timeSlot === timeSlot);
  const rank = place?.rank || Number.POSITIVE_INFINITY;
  const themeOf = new Map(instance.sessions.map((one) => [one.id, one.theme]));
  const better = attendee.wishes.slice(0, Math.max(0, rank - 1)).flat();
  const pin = instance.pins.find(
    (one) =>
      one.pin.kind === 'pin' &&
      one.attendee.id === attendee.id &&
      one.sessions.some((session) => session.id === place?.session),
  );
  return {
    timeSlot,
    session: place?.session ?? '',
    how: place?.kind ?? (findAbsences(instance)(attendee.id, timeSlot) ? 'absent' : 'nothing'),
    rank: place?.rank ?? 0,
    reason: pin?.pin.reason ?? '',
    hadElsewhere: own
      .filter((one) => one.kind !== 'waitlisted' && one.timeSlot !== timeSlot)
      .flatMap((one) => {
        const theme = themeOf.get(one.session);
        return theme !== undefined && better.includes(theme) ? [{ theme, timeSlot: one.timeSlot }] : [];
      }),
  };
}
