import type { Amount } from '../../model/event.ts';
import type { Instance } from '../assign/instance.ts';
import { type Solve, withRules } from './variants.ts';

/** A bound of a rule that asks for less, in whole people or whole per cent. */
export interface LooserBound {
  readonly bound: 'atLeast' | 'atMost';
  readonly amount: Amount;
}

/**
 * For each bound of a rule, one nearest to what the organiser wrote under which the rule holds, found by halving and
 * solved each time; a bound that does not help even when it is gone is left out.
 */
export async function findLooserBounds(
  instance: Instance,
  rule: string,
  solve: Solve,
): Promise<readonly LooserBound[]> {
  const found: LooserBound[] = [];
  for (const bound of ['atLeast', 'atMost'] as const) {
    const asked = amountOf(instance, rule, bound);
    if (asked === undefined) continue;
    const whole = 'people' in asked ? asked.people : Math.round(asked.share * 100);
    const gone = bound === 'atLeast' ? 0 : 'people' in asked ? instance.attendees.length : 100;
    const toAmount = (size: number): Amount => ('people' in asked ? { people: size } : { share: size / 100 });
    const holds = async (size: number): Promise<boolean> => {
      const { violations } = await solve(withBound(instance, rule, { bound, amount: toAmount(size) }));
      return violations.every((one) => one.rule !== rule);
    };
    if (!(await holds(gone))) continue;
    let [bent, held] = [whole, gone]; // halving changes both
    while (Math.abs(bent - held) > 1) {
      const middle = Math.trunc((bent + held) / 2);
      if (await holds(middle)) held = middle;
      else bent = middle;
    }
    found.push({ bound, amount: toAmount(held) });
  }
  return found;
}

/** The same event where a rule asks for something else. */
export function withBound(instance: Instance, rule: string, { bound, amount }: LooserBound): Instance {
  const { spread, mix } = instance.event.rules;
  const share = 'share' in amount ? amount.share : 0;
  return withRules(instance, {
    spread: spread.map((one) => (one.id === rule ? { ...one, [bound]: amount } : one)),
    mix: mix.map((one) => (one.id === rule ? { ...one, [bound]: share } : one)),
  });
}

function amountOf(instance: Instance, rule: string, bound: LooserBound['bound']): Amount | undefined {
  const { spread, mix } = instance.event.rules;
  const share = mix.find((one) => one.id === rule)?.[bound];
  return share === undefined ? spread.find((one) => one.id === rule)?.[bound] : { share };
}
