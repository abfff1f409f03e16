import { problem } from '../../errors.ts';
import type { LabelSheet } from '../../model/badge-sheet.ts';
import type { Problem } from '../../model/problem.ts';
import { toSheet } from './badges-schema.ts';
import type { Locate } from './parse-event.ts';
import type { EventFile } from './schema.ts';

/** Labels of `badges.sheets` that lie over each other, or not on the paper (SOS524). */
export function findSheetProblems(file: EventFile, locate: Locate): Problem[] {
  return (file.badges?.sheets ?? []).flatMap((written, index) => {
    const sheet = toSheet(written);
    const fault = sheet.kind === 'labels' ? faultOf(sheet) : undefined;
    if (fault === undefined) return [];
    const location = locate(['badges', 'sheets', index, fault.key]);
    return [problem('SOS524', `The sheet "${written.id}": ${fault.message}.`, { location })];
  });
}

/** Measures are written in tenths of a millimetre, and inches do not come out even. */
const ROUNDING = 0.05;

function faultOf(
  sheet: LabelSheet,
): { readonly key: 'across' | 'down' | 'columns' | 'rows'; readonly message: string } | undefined {
  const { paper, label, columns, rows, left, top, across, down } = sheet;
  if (columns > 1 && across < label.width - ROUNDING) {
    return { key: 'across', message: `labels ${label.width} mm wide, ${across} mm apart, overlap` };
  }
  if (rows > 1 && down < label.height - ROUNDING) {
    return { key: 'down', message: `labels ${label.height} mm high, ${down} mm apart, overlap` };
  }
  const right = left + (columns - 1) * across + label.width;
  if (left < -ROUNDING || right > paper.width + ROUNDING) {
    return { key: 'columns', message: `${columns} columns of labels are wider than the paper` };
  }
  const bottom = top + (rows - 1) * down + label.height;
  if (top < -ROUNDING || bottom > paper.height + ROUNDING) {
    return { key: 'rows', message: `${rows} rows of labels are higher than the paper` };
  }
  return undefined;
}
