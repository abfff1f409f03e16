import type { Criterion } from './event.ts';

/** What a plan was made with, so that anybody can make it again: data/plan.json. Hashes are SHA-256 in hexadecimal digits. */
export interface PlanRecord {
  readonly criterion: Criterion;
  readonly seed: string;
  readonly engine: string;
  /** False where a time limit or Ctrl-C ended the search; such a plan cannot be made again. */
  readonly proven: boolean;
  /** The published plan that it followed; undefined where it followed none. */
  readonly replan?: {
    /** Hash of the published placements. */
    readonly published: string;
    readonly fillOnly: boolean;
    readonly maxMoves?: number | undefined;
  };
  /** Hashes of what went in, to tell what has changed since. */
  readonly inputs: { readonly event: string; readonly attendees: string; readonly pins: string };
  /** Hash of the placements that came out. */
  readonly placements: string;
}
