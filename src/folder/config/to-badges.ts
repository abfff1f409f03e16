import type { BadgeSettings } from '../../model/event.ts';
import { toSheet } from './badges-schema.ts';
import type { EventFile } from './schema.ts';

/** How badges look and on what they are printed, with every default filled in. */
export function toBadges(badges: EventFile['badges']): BadgeSettings {
  if (badges === undefined) return DEFAULTS;
  const { sheet = DEFAULTS.sheet, duplex, sheets, logo, photo, ...rest } = badges;
  return {
    ...rest,
    url: badges.qr === 'url' ? badges.url : '',
    // A single logo is the first of several.
    logos: [...new Set([logo, ...badges.logos])].filter((path) => path !== ''),
    photo: { column: photo?.column ?? '', no: (photo?.no ?? []).map((one) => one.trim().toLowerCase()) },
    sheet,
    duplex,
    sheets: sheets.map((one) => ({ id: one.id, sheet: toSheet(one) })),
  };
}

const DEFAULTS: BadgeSettings = {
  design: 'classic',
  size: 'a6',
  qr: 'code',
  url: '',
  logos: [],
  background: '',
  fonts: [],
  givenName: 'normal',
  pronouns: '',
  languages: '',
  photo: { column: '', no: [] },
  sheet: '',
  duplex: undefined,
  bleed: 0,
  cropMarks: false,
  offset: [0, 0],
  sizes: [],
  sheets: [],
};
