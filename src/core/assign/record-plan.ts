import { createHash } from 'node:crypto';
import type { Placement } from '../../model/placement.ts';
import type { PlanRecord } from '../../model/plan-record.ts';
import type { Instance } from './instance.ts';
import type { Draw, Plan } from './plan.ts';

/** What a plan was made with and what came out, without personal data. */
export function recordPlan(instance: Instance, { replan }: Draw, plan: Plan): PlanRecord {
  return {
    criterion: plan.criterion,
    seed: plan.seed,
    engine: plan.engine,
    proven: plan.certificate.every((one) => one.proven),
    ...(replan && {
      replan: {
        published: hashPlacements(replan.published),
        fillOnly: replan.fillOnly,
        ...(replan.maxMoves !== undefined && { maxMoves: replan.maxMoves }),
      },
    }),
    inputs: hashInputs(instance),
    placements: hashPlacements(plan.placements),
  };
}

/**
 * Hashes of the event, of everybody who is coming, and of pins; rows in another order make no difference. How badges
 * and mails look changes no plan, so that it is left out.
 */
export function hashInputs({ event, attendees, pins }: Instance): PlanRecord['inputs'] {
  const pinned = pins
    .map(({ attendee, sessions, pin }) => {
      // What is no session stands as it was written: the name of a group, a time slot.
      const about = sessions.length > 0 ? sessions.map((one) => one.id) : [pin.session];
      return [attendee.id, pin.kind, ...about].join(' ');
    })
    .sort();
  const { badges: _badges, emails: _emails, ...planned } = event;
  return { event: hash(planned), attendees: hash(attendees), pins: hash(pinned) };
}

/** Hash of placements as values: what Excel does to the file makes no difference. */
export function hashPlacements(placements: readonly Placement[]): string {
  return hash(
    placements.map(({ attendee, timeSlot, session, kind, rank }) => [
      attendee,
      timeSlot,
      session,
      kind,
      rank,
    ]),
  );
}

function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
