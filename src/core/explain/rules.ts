import type { Rules } from '../../model/event.ts';
import { LANGUAGE_RULE } from '../constraints/language.ts';

/** A rule of sosent.yaml that has a name. */
export interface NamedRule {
  readonly id: string;
  /** True where it is never bent. */
  readonly isHard: boolean;
}

/** ADD A RULE: its list in `Rules`, and whether it is ever bent. */
const LISTS = {
  spread: false,
  mix: false,
  eligibility: true,
  together: true,
  apart: false,
  notAlone: false,
  topWishes: false,
} as const satisfies Partial<Record<keyof Rules, boolean>>;

const NAMES = Object.keys(LISTS) as (keyof typeof LISTS)[];

/** Every rule of an organiser by its id; that about languages is called `language`. */
export function listRules(rules: Rules): readonly NamedRule[] {
  const { language } = rules;
  return [
    ...NAMES.flatMap((name) => rules[name].map(({ id }) => ({ id, isHard: LISTS[name] }))),
    ...(language === undefined ? [] : [{ id: LANGUAGE_RULE, isHard: language.strict }]),
  ];
}

/** Only those rules whose id is kept; what has no id, such as who is there when, stays. */
export function filterRules(rules: Rules, kept: (id: string) => boolean): Rules {
  const { language, ...rest } = rules;
  return {
    ...rest,
    // Object.fromEntries forgets which keys it was given.
    ...(Object.fromEntries(
      NAMES.map((name) => [name, rules[name].filter((one) => kept(one.id))]),
    ) as unknown as Pick<Rules, keyof typeof LISTS>),
    ...(language !== undefined && kept(LANGUAGE_RULE) && { language }),
  };
}
