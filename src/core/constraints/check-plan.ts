import type { Placement } from '../../model/placement.ts';
import type { Violation } from '../../model/violation.ts';
import type { Instance } from '../assign/instance.ts';
import { CONSTRAINTS } from './index.ts';

/** Everything that is wrong with a plan, whoever made it: hard rules first, then the rules it bends. */
export function checkPlan(instance: Instance, placements: readonly Placement[]): readonly Violation[] {
  return CONSTRAINTS.flatMap((constraint) => constraint.check(instance, placements));
}
