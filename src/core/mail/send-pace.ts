/** At most so many messages in any stretch of so many milliseconds. */
export interface Rate {
  readonly messages: number;
  readonly per: number;
}

/** Keeps the limit of a mail server. Times are milliseconds of one clock that never goes back. */
export interface Pace {
  /** How long to wait before the next message may begin; 0 where it may begin now. */
  readonly waitAt: (now: number) => number;
  readonly count: (now: number) => void;
}

/** `recent` are the messages of earlier runs that the server still counts, oldest first. */
export function paceOf(rate: Rate | undefined, recent: readonly number[]): Pace {
  if (rate === undefined) return { waitAt: () => 0, count: () => undefined };
  /** The last `rate.messages` starts; filled like a ring, which a hot loop may change. */
  const starts = recent.slice(-rate.messages);
  let oldest = 0;
  return {
    waitAt(now) {
      const first = starts[oldest];
      if (starts.length < rate.messages || first === undefined) return 0;
      return Math.max(0, first + rate.per - now);
    },
    count(now) {
      if (starts.length < rate.messages) starts.push(now);
      else {
        starts[oldest] = now;
        oldest = (oldest + 1) % rate.messages;
      }
    },
  };
}
