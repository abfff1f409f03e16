import type { Placement } from '../../model/placement.ts';
import type { Violation } from '../../model/violation.ts';
import type { Instance } from '../assign/instance.ts';
import type { Plan } from '../assign/plan.ts';
import { checkPlan } from '../constraints/check-plan.ts';
import { findLooserBounds, type LooserBound } from './loosen-rule.ts';
import { keepRules, type Solve, withoutMinimums, withoutPins } from './variants.ts';

/** Where a rule is bent, and what it is in conflict with. */
export interface RuleExplanation {
  readonly kind: 'rule';
  readonly rule: string;
  /** In the plan that stands in data/placements.csv. */
  readonly violations: readonly Violation[];
  readonly bentBy: number;
  /** In the best plan of the folder as it is now; where it is 0, nothing is in conflict. */
  readonly bentToday: number;
  /** By how many people the rule is bent where it is the only one, without minimums and pins: its own impossibility. */
  readonly bentAlone: number;
  /** What was left out, one at a time, and by how much the rule is bent then. */
  readonly without: readonly { readonly left: LeftOut; readonly bentBy: number }[];
  /** What the rule could ask for so that it holds, one bound at a time. */
  readonly looser: readonly LooserBound[];
}

export type LeftOut =
  | { readonly kind: 'rule'; readonly rule: string }
  | { readonly kind: 'minimums' }
  | { readonly kind: 'pins' };

/** No solve where the rule holds; else one for the rule alone, one for everything that could be left out, and a few
 * for each bound. */
export async function explainRule(question: {
  readonly instance: Instance;
  readonly rule: string;
  readonly written: readonly Placement[];
  readonly best: Plan;
  readonly solve: Solve;
}): Promise<RuleExplanation> {
  const { instance, rule, written, best, solve } = question;
  const violations = checkPlan(instance, written).filter((one) => one.rule === rule);
  const bentToday = amountOf(rule, best.violations);
  const about = { kind: 'rule' as const, rule, violations, bentBy: amountOf(rule, violations), bentToday };
  if (bentToday === 0) return { ...about, bentAlone: 0, without: [], looser: [] };
  const bentIn = async (variant: Instance): Promise<number> =>
    amountOf(rule, (await solve(variant)).violations);
  const bentAlone = await bentIn(
    withoutMinimums(
      withoutPins(
        keepRules(instance, (id) => id === rule),
        () => true,
      ),
    ),
  );
  const without: { left: LeftOut; bentBy: number }[] = [];
  for (const left of listOthers(instance, rule)) {
    without.push({ left, bentBy: await bentIn(leaveOut(instance, left)) });
  }
  return { ...about, bentAlone, without, looser: await findLooserBounds(instance, rule, solve) };
}

function listOthers(instance: Instance, rule: string): readonly LeftOut[] {
  const { spread, mix } = instance.event.rules;
  return [
    ...[...spread, ...mix]
      .filter((one) => one.id !== rule)
      .map((one): LeftOut => ({ kind: 'rule', rule: one.id })),
    ...(instance.sessions.some((one) => one.minimum > 0) ? [{ kind: 'minimums' as const }] : []),
    ...(instance.pins.length > 0 ? [{ kind: 'pins' as const }] : []),
  ];
}

function leaveOut(instance: Instance, left: LeftOut): Instance {
  if (left.kind === 'minimums') return withoutMinimums(instance);
  if (left.kind === 'pins') return withoutPins(instance, () => true);
  return keepRules(instance, (id) => id !== left.rule);
}

function amountOf(rule: string, violations: readonly Violation[]): number {
  return violations.reduce((sum, one) => sum + (one.rule === rule ? one.amount : 0), 0);
}
