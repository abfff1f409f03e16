import type { Instance } from '../../../core/assign/instance.ts';
import type { StageLoss } from '../../../core/explain/compare-plans.ts';
import type { Cost } from '../../../core/explain/missed-wish.ts';
import type { Criterion } from '../../../model/event.ts';
import { rankOf } from '../../../model/wishes.ts';
import { safeText } from '../safe-text.ts';
import type { Line } from './explanation.ts';
import { type Names, ordinal, plural } from './names.ts';

/** People who would be worse off and are named; the rest is counted. */
const MOST_NAMED = 3;

/** What the best plan with the wish given would cost others, in the first stage in which it is worse. */
export function describeCost(
  instance: Instance,
  criterion: Criterion,
  cost: Cost,
  names: Names,
): readonly Line[] {
  const bent = cost.loss?.stage === 'rules' ? cost.violations.slice(0, MOST_NAMED) : [];
  const worse = cost.moves.filter((one) => one.worseBy > 0);
  const rest = worse.length - MOST_NAMED;
  return [
    {
      text: `  A seat in ${names.session(cost.session)} was solved: ${describeLoss(criterion, cost.loss)}.`,
      indent: '    ',
    },
    ...bent.map((one) => ({ text: `    ${safeText(one.message)}`, indent: '      ' })),
    ...worse.slice(0, MOST_NAMED).map(({ attendee, from, to }) => ({
      text: `    ${names.person(attendee)} would have ${list(instance, attendee, to, names)} in place of ${list(instance, attendee, from, names)}.`,
      indent: '      ',
    })),
    ...(rest > 0 ? [{ text: `    And ${plural(rest, 'more person', 'more people')} worse off.` }] : []),
  ];
}

function describeLoss(criterion: Criterion, loss: StageLoss | undefined): string {
  if (loss === undefined || loss.stage === 'lottery') {
    return 'such a plan is as good in everything but the draw, and the draw decided';
  }
  const by = Math.round((loss.after - loss.before) * 1000) / 1000;
  if (loss.stage === 'unseated') return `${plural(by, 'seat', 'seats')} more would be missing for others`;
  if (loss.stage === 'unseated-with-wishes') {
    return 'somebody who stated wishes would go without a seat in place of somebody who stated none';
  }
  if (loss.stage === 'rules') return `rules would be bent by ${by} more (weighted)`;
  if (loss.stage === 'total-rank') return `the ranks of all together would be ${by} worse`;
  const counted = /^(moves|waitlist|waitlist-session|cancelled|priority|total)(?:-(\d+))?$/.exec(loss.stage);
  if (counted !== null) return describeCount(counted[1] ?? '', counted[2] ?? '', by);
  const rank = /^rank-(\d+)$/.exec(loss.stage)?.[1];
  if (rank === undefined) return `"${loss.title}" would be ${loss.after} in place of ${loss.before}`;
  if (criterion === 'first') {
    return `${plural(by, 'seat', 'seats')} fewer would be at rank ${rank}, and the most at the best ranks come first`;
  }
  return `${plural(by, 'seat', 'seats')} more would be at rank ${rank} (a ${ordinal(Number(rank))} wish, or a theme not on a list of ${Number(rank) - 1}), and there are to be as few as possible`;
}

function describeCount(stage: string, number: string, by: number): string {
  const people = plural(by, 'person', 'people');
  if (stage === 'moves') return `${plural(by, 'published seat', 'published seats')} more would move`;
  if (stage === 'cancelled') return `${plural(by, 'session', 'sessions')} more would be cancelled`;
  if (stage === 'priority') return `the ranks of priority class ${number} would be ${by} worse in all`;
  if (stage === 'total') return `${people} more would have ranks that add up to ${number} or more`;
  return 'somebody who stands further ahead on the published waitlist would be passed over';
}

function list(instance: Instance, attendee: string, sessions: readonly string[], names: Names): string {
  const wishes = instance.attendees.find((one) => one.id === attendee)?.wishes ?? [];
  const named = sessions.map((id) => {
    const rank = rankOf(wishes, instance.sessions.find((one) => one.id === id)?.theme ?? '');
    return `${names.session(id)} (${rank === 0 ? 'no wish' : `${ordinal(rank)} wish`})`;
  });
  return named.join(' and ') || 'no seat';
}
