import type { MixRule, Rules, SpreadRule } from '../../model/event.ts';
import type { EventFile } from './schema.ts';

/** The rules of sosent.yaml with everything that was left out. */
export function toRules({ rules, event, timeSlots }: EventFile): Rules {
  const { availability, accessibility, language } = rules ?? {};
  const every = timeSlots.map((one) => one.id);
  return {
    criterion: rules?.criterion ?? 'fair',
    seed: rules?.seed ?? event.id,
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
    notAlone: (rules?.notAlone ?? []).map((rule, index) => ({
      ...rule,
      id: rule.id ?? `not-alone-${index + 1}`,
    })),
    topWishes: (rules?.topWishes ?? []).map((rule, index) => ({
      ...rule,
      id: rule.id ?? `top-wishes-${index + 1}`,
    })),
    priority: (rules?.priority ?? []).map(({ types, registeredBefore }) => ({
      ...(types === undefined ? {} : { types }),
      ...(registeredBefore === undefined ? {} : { registeredBefore }),
    })),
    fairOverSlots: rules?.fairOverSlots ?? false,
    stages: rules?.stages ?? [],
    ...(availability === undefined
      ? {}
      : {
          availability: {
            column: availability.column,
            present: Object.entries(availability.present).map(([value, slots]) => ({
              value,
              timeSlots: slots === 'all' ? every : slots,
            })),
          },
        }),
    ...(accessibility === undefined ? {} : { accessibility }),
    ...(language === undefined ? {} : { language }),
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
