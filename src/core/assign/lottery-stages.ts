import type { TimeSlot } from '../../model/event.ts';
import { isEven } from './even-programme.ts';
import type { Instance } from './instance.ts';
import type { Column } from './linear-model.ts';
import { drawOnce, type Pair, SUBJECT, subjectOf, ticketOf } from './lottery.ts';

/** A stage of the draw. */
export interface DrawStage {
  readonly id: string;
  readonly title: string;
  /** What numbers are drawn for: themes, whenever they are, or sessions. */
  readonly over: 'themes' | 'sessions';
  /** The only time slot whose sessions count; undefined where all do. */
  readonly timeSlot: string | undefined;
  /** Which of the two numbers that are drawn for everything counts. */
  readonly number: 0 | 1;
}

/**
 * The draw in its order, each held twice, so that one plan is left: who sits in which sessions. In an even programme, who
 * gets which themes, then, slot by slot, which of them they have there. There, one draw over all sessions would be no
 * flow (edges of a graph coloured at least cost), and so could not be computed for thousands; slot by slot it is one.
 */
export function listDrawStages({
  slots,
  sessions,
}: Pick<Instance, 'slots' | 'sessions'>): readonly DrawStage[] {
  if (!isEven({ slots, sessions })) return heldTwice({ ...DRAW, over: 'sessions' });
  const drawn = slots.filter((slot, index) => isOpen(slot, index === slots.length - 1));
  return [
    ...heldTwice({ ...DRAW, over: 'themes' }),
    ...drawn.flatMap(({ id, start }) =>
      heldTwice({
        id: `lottery-${id}`,
        title: `the draw of sessions at ${start}`,
        over: 'sessions',
        timeSlot: id,
      }),
    ),
  ];

  /** In the last slot everybody has the theme that is left, so that only twin sessions are left to a draw. */
  function isOpen(slot: TimeSlot, isLast: boolean): boolean {
    const themes = sessions.filter((one) => one.timeSlot === slot.id).map((one) => one.theme);
    return !isLast || new Set(themes).size < themes.length;
  }
}

const DRAW = { id: 'lottery', title: 'the draw', timeSlot: undefined } as const;

function heldTwice(stage: Omit<DrawStage, 'number'>): readonly DrawStage[] {
  return [
    { ...stage, number: 0 },
    { ...stage, id: `${stage.id}-again`, title: `${stage.title}, held again`, number: 1 },
  ];
}

/** The costs of all stages of the draw, column by column of a linear model. */
export function drawCosts(
  { attendees, slots, sessions }: Pick<Instance, 'attendees' | 'slots' | 'sessions'>,
  columns: readonly Column[],
  seed: string,
): readonly (DrawStage & { readonly costs: Float64Array })[] {
  const tickets = attendees.map(({ id }) => ticketOf(seed, id));
  const known = new Map<string, Pair>();
  const numbersOf = (subject: string): Pair => {
    const numbers = known.get(subject) ?? subjectOf(seed, subject);
    known.set(subject, numbers);
    return numbers;
  };
  const nameSubject = (column: Column, { over, timeSlot }: DrawStage): string | undefined => {
    if (column.kind !== 'seat' && column.kind !== 'unseated') return undefined;
    const slot = column.kind === 'seat' ? column.session.timeSlot : slots[column.slot]?.id;
    if (slot === undefined || (timeSlot !== undefined && slot !== timeSlot)) return undefined;
    if (over === 'themes') return column.kind === 'seat' ? SUBJECT.theme(column.session.theme) : undefined;
    return column.kind === 'seat' ? SUBJECT.session(column.session.id) : SUBJECT.noSeat(slot);
  };
  return listDrawStages({ slots, sessions }).map((stage) => ({ ...stage, costs: drawFor(stage) }));

  /** The numbers of all columns. */
  function drawFor(stage: DrawStage): Float64Array {
    const numbers = new Float64Array(columns.length);
    for (const [index, column] of columns.entries()) {
      const subject = nameSubject(column, stage);
      const isAboutOne = column.kind === 'seat' || column.kind === 'unseated';
      const ticket = isAboutOne ? tickets[column.attendee] : undefined;
      if (subject === undefined || ticket === undefined) continue;
      numbers[index] = drawOnce(ticket[stage.number], numbersOf(subject)[stage.number]);
    }
    return numbers;
  }
}
