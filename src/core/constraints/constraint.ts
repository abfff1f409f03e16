import type { Attendee } from '../../model/attendee.ts';
import type { Session } from '../../model/event.ts';
import type { Placement } from '../../model/placement.ts';
import type { ConstraintId, Violation } from '../../model/violation.ts';
import type { Instance } from '../assign/instance.ts';
import type { LinearModel } from '../assign/linear-model.ts';

/** One kind of rule: it shapes the model that plans are made from, and checks any plan, whoever made it. */
export interface Constraint {
  /** Stands in `Violation.constraint`. */
  readonly id: ConstraintId;
  /** What it says, for documentation and certificates. */
  readonly title: string;
  /** Adds rows, and slacks where the rule may be bent, to a model. */
  readonly contribute: (model: LinearModel, instance: Instance) => void;
  /** Where a plan breaks the rule, and by how many people; knows nothing of the model. */
  readonly check: (instance: Instance, placements: readonly Placement[]) => readonly Violation[];
  /** Which seats it forbids by themselves, for whoever looks for a session to wait for. */
  readonly forbid?: Forbidding;
}

/** Undefined where an event has no such rule. */
export type Forbidding = (
  instance: Instance,
) => ((attendee: Attendee, session: Session) => boolean) | undefined;
