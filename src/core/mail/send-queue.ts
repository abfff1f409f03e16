/** One message that is to be handed over, and how often that was tried in this run. */
export interface Attempt<T> {
  readonly outgoing: T;
  /** Answers that asked to try later. */
  readonly deferrals: number;
  /** Connections that were lost before anything was handed over. */
  readonly losses: number;
}

/** Messages in the order in which they are tried: each once, and those that have to wait in between. */
export interface SendQueue<T> {
  /** How long until the next one may be tried; undefined where none is left. */
  readonly waitAt: (now: number) => number | undefined;
  /** The next one; to be called where nothing is to be waited for. */
  readonly take: (now: number) => Attempt<T> | undefined;
  /** To be tried again at that time or later. */
  readonly later: (attempt: Attempt<T>, due: number) => void;
  /** How many wait to be tried again. */
  readonly waiting: () => number;
  /** All that were not taken. */
  readonly rest: () => readonly T[];
}

/** A list, or one whose items are made when they are asked for. */
export interface QueueSource<T> {
  readonly length: number;
  at(index: number): T | undefined;
}

export function sendQueue<T>(list: QueueSource<T>): SendQueue<T> {
  let next = 0;
  /** By the time at which they are due. */
  const delayed: { attempt: Attempt<T>; due: number }[] = [];
  return {
    waitAt(now) {
      const first = delayed[0]?.due ?? Number.POSITIVE_INFINITY;
      if (next < list.length || first <= now) return 0;
      return delayed.length === 0 ? undefined : first - now;
    },
    take(now) {
      if ((delayed[0]?.due ?? Number.POSITIVE_INFINITY) <= now) return delayed.shift()?.attempt;
      const outgoing = next < list.length ? list.at(next) : undefined;
      if (outgoing === undefined) return undefined;
      next += 1;
      return { outgoing, deferrals: 0, losses: 0 };
    },
    later(attempt, due) {
      const at = delayed.findIndex((one) => one.due > due);
      delayed.splice(at === -1 ? delayed.length : at, 0, { attempt, due });
    },
    waiting: () => delayed.length,
    rest() {
      const rest = delayed.map((one) => one.attempt.outgoing);
      for (let index = next; index < list.length; index += 1) {
        const one = list.at(index);
        if (one !== undefined) rest.push(one);
      }
      return rest;
    },
  };
}
