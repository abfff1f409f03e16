import type { DelegationExplanation, DelegationLimit } from '../../../core/explain/delegation.ts';
import { safeText } from '../safe-text.ts';
import type { Line } from './explanation.ts';
import { type Names, plural } from './names.ts';

/** Where a delegation's people are, and every bound that its spread rules set. */
export function describeDelegation(
  { delegation, people, sessions, limits }: DelegationExplanation,
  names: Names,
): readonly Line[] {
  const bent = limits.reduce((sum, one) => sum + one.bentBy, 0);
  return [
    { text: `${names.delegation(delegation)}: ${plural(people, 'person', 'people')}`, style: 'title' },
    ...sessions.map((one) => ({
      text: `  ${String(one.people).padStart(3)}  ${names.session(one.session)}`,
      indent: '       ',
    })),
    { text: '' },
    ...(limits.length === 0
      ? [{ text: 'No spread rule is about this delegation.' }]
      : [
          bent === 0
            ? { text: 'Every spread rule holds.', style: 'good' as const }
            : {
                text: `Spread rules are bent by ${plural(bent, 'person', 'people')}.`,
                style: 'bad' as const,
              },
          ...limits.map((limit) => describeLimit(limit, people, names)),
        ]),
  ];
}

function describeLimit(limit: DelegationLimit, size: number, names: Names): Line {
  const { rule, theme, sessions, least, most, found, bentBy } = limit;
  const [only] = sessions;
  const where = sessions.length === 1 && only !== undefined ? names.session(only) : names.theme(theme);
  const bounds = [...(least > 0 ? [`at least ${least}`] : []), ...(most < size ? [`at most ${most}`] : [])];
  const wanted = bounds.join(' and ') || 'any number';
  const verdict = bentBy === 0 ? '' : `: ${bentBy} too ${found < least ? 'few' : 'many'}`;
  return {
    text: `  ${where}: ${found}, ${wanted} asked for by ${safeText(rule)}${verdict}`,
    indent: '    ',
    ...(bentBy === 0 ? {} : { style: 'bad' as const }),
  };
}
