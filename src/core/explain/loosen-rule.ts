import type { Amount } from '../../model/event.ts';
import type { Instance } from '../assign/instance.ts';
import { type Solve, withRules } from './variants.ts';

/** A bound of a rule that asks for less, in whole people, whole per cent, or wishes of each attendee. */
export interface LooserBound {
  readonly bound: 'atLeast' | 'atMost' | 'of';
  readonly amount: Amount | { readonly wishes: number };
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
  for (const bound of ['atLeast', 'atMost', 'of'] as const) {
    const asked = amountOf(instance, rule, bound);
    if (asked === undefined) continue;
    const { whole, most, toAmount } = scaleOf(instance, asked);
    const gone = bound === 'atLeast' ? 0 : most;
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

/** An amount as a whole number: what it is, the most that can be meant, and back again. */
function scaleOf(
  { attendees }: Instance,
  asked: LooserBound['amount'],
): { whole: number; most: number; toAmount: (size: number) => LooserBound['amount'] } {
  if ('people' in asked) {
    return { whole: asked.people, most: attendees.length, toAmount: (people) => ({ people }) };
  }
  if ('share' in asked) {
    return { whole: Math.round(asked.share * 100), most: 100, toAmount: (size) => ({ share: size / 100 }) };
  }
  const longest = attendees.reduce((most, one) => Math.max(most, one.wishes.length + 1), 1);
  return { whole: asked.wishes, most: Math.max(longest, asked.wishes), toAmount: (wishes) => ({ wishes }) };
}

/** The same event where a rule asks for something else. */
export function withBound(instance: Instance, rule: string, { bound, amount }: LooserBound): Instance {
  const { spread, mix, topWishes } = instance.event.rules;
  if ('wishes' in amount) {
    const changed = topWishes.map((one) => (one.id === rule ? { ...one, [bound]: amount.wishes } : one));
    return withRules(instance, { topWishes: changed });
  }
  const share = 'share' in amount ? amount.share : 0;
  return withRules(instance, {
    spread: spread.map((one) => (one.id === rule ? { ...one, [bound]: amount } : one)),
    mix: mix.map((one) => (one.id === rule ? { ...one, [bound]: share } : one)),
  });
}

function amountOf(
  instance: Instance,
  rule: string,
  bound: LooserBound['bound'],
): LooserBound['amount'] | undefined {
  const { spread, mix, topWishes } = instance.event.rules;
  const wishes = bound === 'atMost' ? undefined : topWishes.find((one) => one.id === rule)?.[bound];
  if (wishes !== undefined) return { wishes };
  if (bound === 'of') return undefined;
  const share = mix.find((one) => one.id === rule)?.[bound];
  return share === undefined ? spread.find((one) => one.id === rule)?.[bound] : { share };
}
