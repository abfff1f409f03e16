/** What stands in one column of a line that is written from a packed row. */
export type PackedColumn =
  /** The packed cell of this place; where it is empty, what stands beside the cells at `orElse`. */
  | { readonly cell: number; readonly orElse?: number }
  /** The packed extra whose header has this place; nothing for -1. */
  | { readonly extra: number }
  /** What stands beside the cells at this place. */
  | { readonly beside: number }
  | 'nothing';

/** What to write next: cells from `place` to `other`, or one cell, else what stands beside at `other`. One shape is quick. */
export interface Step {
  readonly kind: 'cells' | 'either' | 'extra' | 'beside' | 'nothing';
  readonly place: number;
  readonly other: number;
}

/** Cells that follow each other in the row and in the line are one step. */
export function toSteps(columns: readonly PackedColumn[]): readonly Step[] {
  const steps: Step[] = [];
  for (const column of columns) {
    const step = toStep(column);
    const before = steps.at(-1);
    if (step.kind === 'cells' && before?.kind === 'cells' && before.other === step.place - 1) {
      steps[steps.length - 1] = { ...before, other: step.place };
    } else steps.push(step);
  }
  return steps;
}

function toStep(column: PackedColumn): Step {
  if (column === 'nothing') return { kind: 'nothing', place: 0, other: 0 };
  if ('extra' in column) {
    return { kind: column.extra === -1 ? 'nothing' : 'extra', place: column.extra, other: 0 };
  }
  if ('beside' in column) return { kind: 'beside', place: column.beside, other: 0 };
  const { cell, orElse } = column;
  return orElse === undefined
    ? { kind: 'cells', place: cell, other: cell }
    : { kind: 'either', place: cell, other: orElse };
}
