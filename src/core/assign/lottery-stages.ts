import type { TimeSlot } from '../../model/event.ts';
import { numbersOf } from './engines/numbers.ts';
import type { Instance } from './instance.ts';
import type { Column } from './linear-model.ts';
import { drawOnce, drawTwice, type Pair, SUBJECT, subjectOf, ticketOf } from './lottery.ts';

/** A stage of the draw. `timeSlot` is undefined where themes are drawn for, whenever they are. */
export interface DrawStage {
  readonly id: string;
  readonly title: string;
  readonly timeSlot: string | undefined;
  /** Which of the two numbers that are drawn for everything counts. */
  readonly number: 0 | 1;
}

/**
 * The draw in its order: who gets which themes; then, slot by slot, which of them they have there. Each is held twice,
 * so that one plan is left. One draw over all sessions at once would be no flow (edges of a graph coloured at least
 * cost), and so could not be computed for thousands; slot by slot it is one, wherever the themes alone are.
 */
export function listDrawStages({
  slots,
  sessions,
}: Pick<Instance, 'slots' | 'sessions'>): readonly DrawStage[] {
  const drawn = [undefined, ...slots.filter((slot, index) => isOpen(slot, index === slots.length - 1))];
  return drawn.flatMap((slot) => {
    const id = slot === undefined ? 'lottery' : `lottery-${slot.id}`;
    const title = slot === undefined ? 'the draw' : `the draw of sessions at ${slot.start}`;
    return [
      { id, title, timeSlot: slot?.id, number: 0 },
      { id: `${id}-again`, title: `${title}, held again`, timeSlot: slot?.id, number: 1 },
    ] as const;
  });

  /** In the last slot everybody has the theme that is left, so that only twin sessions are left to a draw. */
  function isOpen(slot: TimeSlot, isLast: boolean): boolean {
    const themes = sessions.filter((one) => one.timeSlot === slot.id).map((one) => one.theme);
    return !isLast || new Set(themes).size < themes.length;
  }
}

/** The first numbers of all sessions at once, and of having no seat, column by column of a linear model. */
export function drawOverSessions(
  { attendees, slots }: Pick<Instance, 'attendees' | 'slots'>,
  columns: readonly Column[],
  seed: string,
): Float64Array {
  const tickets = attendees.map(({ id }) => ticketOf(seed, id)[0]);
  const numbers = new Map<string, number>();
  const numberOf = (subject: string): number => {
    const number = numbers.get(subject) ?? subjectOf(seed, subject)[0];
    numbers.set(subject, number);
    return number;
  };
  return numbersOf(columns, (column) => {
    if (column.kind !== 'seat' && column.kind !== 'unseated') return 0;
    const subject =
      column.kind === 'seat'
        ? SUBJECT.session(column.session.id)
        : SUBJECT.noSeat(slots[column.slot]?.id ?? '');
    return drawOnce(tickets[column.attendee] ?? 0, numberOf(subject));
  });
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
  const nameSubject = (column: Column, timeSlot: string | undefined): string | undefined => {
    if (column.kind === 'unseated') {
      return timeSlot !== undefined && slots[column.slot]?.id === timeSlot
        ? SUBJECT.noSeat(timeSlot)
        : undefined;
    }
    if (column.kind !== 'seat') return undefined;
    if (timeSlot === undefined) return SUBJECT.theme(column.session.theme);
    return column.session.timeSlot === timeSlot ? SUBJECT.session(column.session.id) : undefined;
  };
  const drawn = listDrawStages({ slots, sessions });
  const pairs = new Map([...new Set(drawn.map((one) => one.timeSlot))].map((slot) => [slot, drawFor(slot)]));
  return drawn.map((stage) => ({
    ...stage,
    costs: pairs.get(stage.timeSlot)?.[stage.number] ?? new Float64Array(columns.length),
  }));

  /** The first and the second numbers of all columns. */
  function drawFor(timeSlot: string | undefined): readonly [Float64Array, Float64Array] {
    const numbers = [new Float64Array(columns.length), new Float64Array(columns.length)] as const;
    for (const [index, column] of columns.entries()) {
      const subject = nameSubject(column, timeSlot);
      const isAboutOne = column.kind === 'seat' || column.kind === 'unseated';
      const ticket = isAboutOne ? tickets[column.attendee] : undefined;
      if (subject === undefined || ticket === undefined) continue;
      [numbers[0][index], numbers[1][index]] = drawTwice(ticket, numbersOf(subject));
    }
    return numbers;
  }
}
