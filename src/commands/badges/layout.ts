import type { BadgeSettings } from '../../model/event.ts';
import { planSheet } from '../../render/badges/sheets/plan-sheet.ts';
import type { SheetLayout } from '../../render/badges/sheets/sheet-layout.ts';
import type { BadgesOptions } from '../badges.ts';

/** How the pages look, but for backs: as the command line says, else sosent.yaml. Throws SOS503 and SOS520 to SOS523. */
export function planLayout(badges: BadgeSettings, options: BadgesOptions): SheetLayout {
  const [x, y] = options.offset ?? badges.offset;
  return planSheet(
    {
      size: options.size ?? badges.size,
      isSizeAsked: options.size !== undefined,
      sheet: options.sheet ?? badges.sheet,
      startAt: options.startAt ?? 1,
      bleed: options.bleed ?? badges.bleed,
      cropMarks: options.cropMarks ?? badges.cropMarks,
      offset: { x, y },
    },
    {
      sizes: Object.fromEntries(badges.sizes.map(({ id, ...size }) => [id, size])),
      sheets: Object.fromEntries(badges.sheets.map(({ id, sheet }) => [id, sheet])),
    },
  );
}
