import type { Effect } from '../../../core/explain/compare-plans.ts';
import type { Line } from './explanation.ts';
import { type Names, plural } from './names.ts';

/** People who are named before the rest is counted. */
const MOST_MOVES = 5;

/** What a change would change in the best plan: for how many, and for whom. */
export function describeEffect(title: string, effect: Effect, names: Names): readonly Line[] {
  const { moves, unseatedBefore, unseatedAfter, bentBefore, bentAfter } = effect;
  const better = moves.filter((one) => one.worseBy < 0).length;
  const worse = moves.filter((one) => one.worseBy > 0).length;
  if (moves.length === 0) return [{ text: `${title} would change nothing.` }];
  const facts = [
    `${plural(moves.length, 'person', 'people')} would sit elsewhere, ${better} better and ${worse} worse off`,
    ...(unseatedAfter === unseatedBefore ? [] : [`seats missing ${unseatedAfter}, now ${unseatedBefore}`]),
    ...(bentAfter === bentBefore ? [] : [`rules bent by ${bentAfter}, now ${bentBefore}`]),
  ];
  const list = (ids: readonly string[]): string => ids.map(names.session).join(' and ') || 'no seat';
  const rest = moves.length - MOST_MOVES;
  return [
    { text: `${title}: ${facts.join('; ')}.`, indent: '  ' },
    ...moves.slice(0, MOST_MOVES).map(({ attendee, from, to }) => ({
      text: `  ${names.person(attendee)}: ${list(to)} in place of ${list(from)}`,
      indent: '    ',
    })),
    ...(rest > 0 ? [{ text: `  and ${rest} more; --json lists every one` }] : []),
  ];
}
