import type { ImportDiff } from '../../core/registrations/plan-import.ts';
import type { ReadFile } from '../../sources/read-rows.ts';

/** The `result` of the `--json` document. */
export function toResult(plan: ImportDiff, readings: readonly ReadFile[], applied: boolean): object {
  return {
    applied,
    files: readings.map(({ file, source, why, encoding, delimiter, sheet, rows, columns, usable }) => ({
      file,
      usable,
      source,
      why,
      encoding,
      delimiter,
      sheet,
      rows,
      columns,
    })),
    counts: countsOf(plan),
    added: idsOf(plan.added),
    changed: plan.changed.map(({ attendee, changes }) => ({ id: attendee.id, fields: changes })),
    unchanged: plan.unchanged.map((one) => one.id),
    withdrawn: plan.withdrawn.map((one) => one.id),
    possiblyOne: plan.doubles.map(({ attendee, other, shared }) => ({
      ids: [other.id, attendee.id],
      codes: [other.code, attendee.code],
      shared,
    })),
    rejected: plan.rejected,
  };
}

/** What an import amounts to, in numbers. */
export function countsOf(plan: ImportDiff): Readonly<Record<string, number>> {
  return {
    added: plan.added.length,
    changed: plan.changed.length,
    unchanged: plan.unchanged.length,
    withdrawn: plan.withdrawn.length,
    joined: plan.joined,
    merged: plan.merged,
    leftOut: plan.leftOut,
    rejected: plan.rejected.length,
  };
}

/** Made only where the document is printed: of a million people it takes its time. */
function idsOf(people: Iterable<{ readonly id: string }>): object {
  return { toJSON: () => Array.from(people, (one) => one.id) };
}
