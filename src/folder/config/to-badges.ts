import type { BadgeSettings } from '../../model/event.ts';
import type { EventFile } from './schema.ts';

/** How badges look where the organiser did not say. A single logo is the first of several. */
export function toBadges(badges: EventFile['badges']): BadgeSettings {
  const { logo = '', logos = [], photo } = badges ?? {};
  return {
    design: badges?.design ?? 'classic',
    size: badges?.size ?? 'a6',
    qr: badges?.qr ?? 'code',
    url: badges?.qr === 'url' ? badges.url : '',
    logos: [...new Set([logo, ...logos])].filter((path) => path !== ''),
    background: badges?.background ?? '',
    givenName: badges?.givenName ?? 'normal',
    pronouns: badges?.pronouns ?? '',
    languages: badges?.languages ?? '',
    photo: { column: photo?.column ?? '', no: (photo?.no ?? []).map((one) => one.trim().toLowerCase()) },
  };
}
