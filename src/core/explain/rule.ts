import type { Placement } from '../../model/placement.ts';
import type { Violation } from '../../model/violation.ts';
import type { Instance } from '../assign/instance.ts';
import type { Plan } from '../assign/plan.ts';
import { checkPlan } from '../constraints/check-plan.ts';
import { type Effect, findEffect } from './compare-plans.ts';
import { findLooserBounds, type LooserBound } from './loosen-rule.ts';
import { listRules } from './rules.ts';
import { isDecision, keepRules, type Solve, withoutDecisions, withoutMinimums } from './variants.ts';

/** Where a rule is bent, and what it is in conflict with. */
export interface RuleExplanation {
  readonly kind: 'rule';
  readonly rule: string;
  /** True where it is never bent. */
  readonly isHard: boolean;
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
  /** What would change without a rule that is never bent; undefined for others. */
  readonly leftOut: Effect | undefined;
}

export type LeftOut =
  | { readonly kind: 'rule'; readonly rule: string }
  | { readonly kind: 'minimums' }
  | { readonly kind: 'pins' };

/**
 * No solve where the rule holds; else one for the rule alone, one for everything that could be left out, and a few for
 * each bound. One for a rule that is never bent: the plan without it.
 */
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
  const isHard = listRules(instance.event.rules).some((one) => one.id === rule && one.isHard);
  const leftOut = isHard
    ? findEffect(instance, best, await solve(keepRules(instance, (id) => id !== rule)))
    : undefined;
  const bentBy = amountOf(rule, violations);
  const about = { kind: 'rule' as const, rule, isHard, violations, bentBy, bentToday, leftOut };
  if (bentToday === 0) return { ...about, bentAlone: 0, without: [], looser: [] };
  const bentIn = async (variant: Instance): Promise<number> =>
    amountOf(rule, (await solve(variant)).violations);
  const bentAlone = await bentIn(withoutMinimums(withoutDecisions(keepRules(instance, (id) => id === rule))));
  const without: { left: LeftOut; bentBy: number }[] = [];
  for (const left of listOthers(instance, rule)) {
    without.push({ left, bentBy: await bentIn(leaveOut(instance, left)) });
  }
  return { ...about, bentAlone, without, looser: await findLooserBounds(instance, rule, solve) };
}

function listOthers(instance: Instance, rule: string): readonly LeftOut[] {
  return [
    ...listRules(instance.event.rules)
      .filter((one) => one.id !== rule)
      .map((one): LeftOut => ({ kind: 'rule', rule: one.id })),
    ...(instance.sessions.some((one) => one.minimum > 0) ? [{ kind: 'minimums' as const }] : []),
    ...(instance.pins.some(isDecision) ? [{ kind: 'pins' as const }] : []),
  ];
}

function leaveOut(instance: Instance, left: LeftOut): Instance {
  if (left.kind === 'minimums') return withoutMinimums(instance);
  if (left.kind === 'pins') return withoutDecisions(instance);
  return keepRules(instance, (id) => id !== left.rule);
}

function amountOf(rule: string, violations: readonly Violation[]): number {
  return violations.reduce((sum, one) => sum + (one.rule === rule ? one.amount : 0), 0);
}
