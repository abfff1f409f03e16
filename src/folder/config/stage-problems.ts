import { problem } from '../../errors.ts';
import type { StageId } from '../../model/event.ts';
import type { Problem } from '../../model/problem.ts';
import type { ConfigPath, Locate } from './parse-event.ts';
import type { EventFile } from './schema.ts';

/** Where one stage comes before another, the plan is not what the organiser can have meant. */
const BEFORE: readonly (readonly [first: StageId, second: StageId, why: string])[] = [
  ...(['worst-rank', 'total-rank', 'first-wishes', 'slots', 'priority'] as const).map(
    (second) => ['unseated', second, 'An empty plan gives nobody a late wish.'] as const,
  ),
  ['rules', 'cancelled', 'A session is cancelled to keep a minimum, which is a rule.'],
];

/** Stages in an order that cannot be meant, twice, or without the criterion that reads them. */
export function findStageProblems({ rules }: EventFile, locate: Locate): Problem[] {
  const stages = rules?.stages ?? [];
  const contradiction = (path: ConfigPath, message: string, hint: string): Problem =>
    problem('SOS310', message, { location: locate(['rules', ...path]), hint });
  if (rules?.criterion !== 'custom') {
    if (stages.length === 0) return [];
    return [
      contradiction(
        ['stages'],
        'Only the criterion "custom" has stages of its own.',
        'Write "criterion: custom".',
      ),
    ];
  }
  if (stages.length === 0) {
    const hint = 'Add "stages", such as [unseated, rules, total-rank].';
    return [
      problem('SOS303', 'The criterion "custom" needs "stages".', {
        location: locate(['rules', 'criterion']),
        hint,
      }),
    ];
  }
  const place = (stage: StageId): number => stages.indexOf(stage);
  return [
    ...stages.flatMap((stage, index) =>
      place(stage) === index
        ? []
        : [contradiction(['stages', index], `The stage "${stage}" stands twice.`, 'Keep the first.')],
    ),
    ...BEFORE.filter(([first, second]) => place(first) > place(second) && place(second) >= 0).map(
      ([first, second, why]) =>
        contradiction(['stages', place(second)], `"${second}" must come after "${first}".`, why),
    ),
    ...(place('lottery') >= 0 && place('lottery') < stages.length - 1
      ? [
          contradiction(
            ['stages', place('lottery')],
            '"lottery" must be the last stage.',
            'It leaves nothing to decide.',
          ),
        ]
      : []),
    ...(place('worst-rank') >= 0 && place('first-wishes') >= 0
      ? [
          contradiction(
            ['stages', Math.max(place('worst-rank'), place('first-wishes'))],
            '"worst-rank" and "first-wishes" each leave the other nothing to decide.',
            'Keep one of them.',
          ),
        ]
      : []),
    ...(rules.fairOverSlots
      ? [
          contradiction(
            ['fairOverSlots'],
            '"fairOverSlots" is a stage here.',
            'Put "slots" into "stages" instead.',
          ),
        ]
      : []),
  ];
}
