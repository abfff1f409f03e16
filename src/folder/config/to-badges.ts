import type { BadgeSettings } from '../../model/event.ts';
import { toSheet } from './badges-schema.ts';
import type { EventFile } from './schema.ts';

/** How badges look and on what they are printed, with every default filled in. */
export function toBadges(badges: EventFile['badges']): BadgeSettings {
  if (badges === undefined) return DEFAULTS;
  const { sheet = DEFAULTS.sheet, duplex, sheets } = badges;
  return {
    ...badges,
    sheet,
    duplex,
    sheets: sheets.map((one) => ({ id: one.id, sheet: toSheet(one) })),
  };
}

const DEFAULTS: BadgeSettings = {
  design: 'classic',
  size: 'a6',
  qr: 'code',
  logo: '',
  sheet: '',
  duplex: undefined,
  bleed: 0,
  cropMarks: false,
  offset: [0, 0],
  sizes: [],
  sheets: [],
};
