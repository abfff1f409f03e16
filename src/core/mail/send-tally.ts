import type { Delivery, MailStop } from '../../ports.ts';

/** A message that was tried and is not sent. */
export interface Unsent {
  /** Id. */
  readonly attendee: string;
  readonly state: 'deferred' | 'failed' | 'unknown';
  readonly reply: string;
}

/** Why sending ended early. `losses`, `refusals`: too many in a row to be about single messages. */
export interface SendStop {
  readonly reason: MailStop['reason'] | 'losses' | 'refusals';
  readonly detail: string;
}

/** What became of the messages of one run so far, and whether going on makes sense. */
export interface Tally {
  readonly add: (attendee: string, delivery: Delivery) => void;
  readonly halt: (stop: SendStop) => void;
  readonly stop: () => SendStop | undefined;
  readonly counts: () => Readonly<Record<'sent' | 'failed' | 'unknown', number>>;
  readonly unsent: () => readonly Unsent[];
}

/** After so many refusals with nothing sent, it is not about single addresses. */
const MOST_REFUSALS = 10;

export function tallyOf({ connections }: { readonly connections: number }): Tally {
  const unsent = new Map<string, Unsent>();
  const counts = { sent: 0, failed: 0, unknown: 0 };
  let losses = 0;
  let refusals = 0;
  let stop: SendStop | undefined;
  const halt = (why: SendStop): void => {
    stop ??= why;
  };
  return {
    add(attendee, { state, reply, stop: reason }) {
      if (state === 'sent') unsent.delete(attendee);
      else unsent.set(attendee, { attendee, state: state === 'lost' ? 'deferred' : state, reply });
      if (state === 'sent' || state === 'failed' || state === 'unknown') counts[state] += 1;
      // All connections may be lost at once, when the server is started anew; that is no reason to give up.
      losses = state === 'lost' || state === 'unknown' ? losses + 1 : 0;
      refusals += state === 'failed' ? 1 : 0;
      if (reason !== undefined) halt({ reason, detail: reply });
      else if (losses > connections + 1) halt({ reason: 'losses', detail: reply });
      else if (refusals >= MOST_REFUSALS && counts.sent === 0) halt({ reason: 'refusals', detail: reply });
    },
    halt,
    stop: () => stop,
    counts: () => counts,
    unsent: () => [...unsent.values()],
  };
}
