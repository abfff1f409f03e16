import type { MixRule, Rules, SpreadRule } from '../../model/event.ts';
import type { EventFile } from './schema.ts';

/** The rules of sosent.yaml with everything that was left out; `eventId` is the seed where none is given. */
export function toRules(rules: EventFile['rules'], eventId: string): Rules {
  return {
    criterion: rules?.criterion ?? 'fair',
    seed: rules?.seed ?? eventId,
    spread: (rules?.spread ?? []).map(toSpreadRule),
    mix: (rules?.mix ?? []).map(toMixRule),
    eligibility: (rules?.eligibility ?? []).map((rule, index) => ({
      ...rule,
      id: rule.id ?? `eligibility-${index + 1}`,
    })),
    together: (rules?.together ?? []).map((rule, index) => ({
      ...rule,
      id: rule.id ?? `together-${index + 1}`,
    })),
    apart: (rules?.apart ?? []).map((rule, index) => ({ ...rule, id: rule.id ?? `apart-${index + 1}` })),
  };
}

type RuleFile = NonNullable<EventFile['rules']>;

function toSpreadRule(rule: RuleFile['spread'][number], index: number): SpreadRule {
  const { atLeast, atMost, ...rest } = rule;
  return {
    ...rest,
    id: rule.id ?? `spread-${index + 1}`,
    ...(atLeast === undefined ? {} : { atLeast }),
    ...(atMost === undefined ? {} : { atMost }),
  };
}

function toMixRule(rule: RuleFile['mix'][number], index: number): MixRule {
  const { atLeast, atMost, ...rest } = rule;
  return {
    ...rest,
    id: rule.id ?? `mix-${index + 1}`,
    ...(atLeast === undefined ? {} : { atLeast }),
    ...(atMost === undefined ? {} : { atMost }),
  };
}
