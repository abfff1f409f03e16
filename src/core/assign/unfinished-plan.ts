import { problem } from '../../errors.ts';
import type { Problem } from '../../model/problem.ts';
import type { Plan } from './plan.ts';

/** SOS423 where a plan is not proven: what ended the search, and how far from the best it may be. */
export function findUnfinished({ engine, certificate }: Plan, endedBy: string): readonly Problem[] {
  const open = certificate.find((one) => !one.proven);
  if (open === undefined) return [];
  const within = Math.round((open.value - open.bound) * 1000) / 1000;
  const gap = `${open.title}: ${open.value}, within ${within} of the best there can be`;
  if (engine === 'price') {
    return [
      problem('SOS423', `This is the best plan that was found for so many people (${gap}).`, {
        hint: 'It may be the best there is. More time changes it only where --time-limit was short.',
      }),
    ];
  }
  const how =
    engine === 'makeshift'
      ? 'No plan had been found yet, so that people were seated one by one, by their wishes in the order of the draw'
      : 'This is the best plan found by then';
  return [
    problem('SOS423', `The search was ended by ${endedBy}. ${how} (${gap}).`, {
      hint: 'Give it more time to have the plan proven: the same command without the limit.',
    }),
  ];
}
