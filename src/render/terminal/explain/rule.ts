import type { LooserBound } from '../../../core/explain/loosen-rule.ts';
import type { LeftOut, RuleExplanation } from '../../../core/explain/rule.ts';
import { safeText } from '../safe-text.ts';
import { describeEffect } from './effect.ts';
import type { Line } from './explanation.ts';
import { type Names, plural } from './names.ts';

/** Places where the rule is bent that are listed before the rest is counted. */
const MOST_PLACES = 10;

/** Where a rule is bent and by how much, and what it is in conflict with. */
export function describeRule(explanation: RuleExplanation, names: Names): readonly Line[] {
  const { rule, isHard, leftOut, violations, bentBy } = explanation;
  const rest = violations.length - MOST_PLACES;
  return [
    { text: `Rule ${safeText(rule)}`, style: 'title' },
    bentBy === 0
      ? { text: isHard ? 'Holds everywhere: it is never bent.' : 'Holds everywhere.', style: 'good' }
      : {
          text: `Bent by ${plural(bentBy, 'person', 'people')}, in ${plural(violations.length, 'place', 'places')}:`,
          style: 'bad',
        },
    ...violations
      .slice(0, MOST_PLACES)
      .map((one) => ({ text: `  by ${one.amount}: ${safeText(one.message)}`, indent: '    ' })),
    ...(rest > 0 ? [{ text: `  and ${rest} more; --json lists every one` }] : []),
    ...(leftOut === undefined ? [] : [{ text: '' }, ...describeEffect('Leaving it out', leftOut, names)]),
    ...describeConflict(explanation),
  ];
}

function describeConflict({ bentToday, bentAlone, without, looser }: RuleExplanation): readonly Line[] {
  if (bentToday === 0) return [];
  const alone: Line =
    bentAlone === 0
      ? { text: 'On its own it would hold: it is in conflict with something else.', indent: '  ' }
      : {
          text: `Even on its own it is bent by ${bentAlone}: the people who come and the seats do not allow it, as nobody is left without a seat for a rule. Ask for less, or change rooms.`,
          indent: '  ',
        };
  const lines = without.map(({ left, bentBy }): Line => {
    const holds = bentBy === 0;
    const then = holds ? 'it holds' : bentBy < bentToday ? `it is bent by ${bentBy}` : 'nothing is gained';
    return {
      text: `  without ${nameLeft(left)}: ${then}`,
      indent: '    ',
      ...(holds ? { style: 'good' } : {}),
    };
  });
  return [
    { text: '' },
    alone,
    ...(lines.length === 0 ? [] : [{ text: 'Left out one at a time, each solved:' }, ...lines]),
    ...looser.map(
      (one): Line => ({
        text: `Would hold with ${nameBound(one)}, all else as it is (solved).`,
        indent: '  ',
        style: 'good',
      }),
    ),
  ];
}

/** As the organiser would write it in sosent.yaml. */
function nameBound({ bound, amount }: LooserBound): string {
  if ('wishes' in amount) return `${bound}: ${amount.wishes}`;
  return `${bound}: ${'people' in amount ? amount.people : `${Math.round(amount.share * 100)}%`}`;
}

function nameLeft(left: LeftOut): string {
  if (left.kind === 'rule') return `the rule ${safeText(left.rule)}`;
  return left.kind === 'pins' ? 'your pins, exclusions and groups' : 'the minimum sizes of sessions';
}
