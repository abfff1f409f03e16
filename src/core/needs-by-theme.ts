import type { Attendee } from '../model/attendee.ts';
import type { Event } from '../model/event.ts';
import type { Placement } from '../model/placement.ts';
import { seatsOf } from './assign/instance.ts';
import { groupBy } from './group-by.ts';

/** What one person looks for or offers, under a theme. */
export interface ThemeNeed {
  /** Id of the theme, '' where nothing tells. */
  readonly theme: string;
  readonly attendee: Attendee;
}

/**
 * Needs and solutions by theme, in the order of sosent.yaml and within it of `attendees`. A registration does not say
 * which theme its need belongs to: it is taken to be the one wished for most (each of several that are tied), else
 * those in which the person sits.
 */
export function needsByTheme(
  event: Event,
  attendees: readonly Attendee[],
  placements: readonly Placement[],
): readonly ThemeNeed[] {
  const seats = groupBy(seatsOf(placements), (one) => one.attendee);
  const themeOf = new Map(event.sessions.map((one) => [one.id, one.theme]));
  const known = new Set(event.themes.map((one) => one.id));
  const themesOf = ({ id, wishes }: Attendee): readonly string[] => {
    const wished = (wishes[0] ?? []).filter((theme) => known.has(theme));
    if (wished.length > 0) return wished;
    const seated = (seats.get(id) ?? []).flatMap((one) => themeOf.get(one.session) ?? []);
    return seated.length > 0 ? [...new Set(seated)] : [''];
  };
  const rows = attendees
    .filter((one) => one.needs.trim() !== '' || one.solutions.trim() !== '')
    .flatMap((attendee) => themesOf(attendee).map((theme) => ({ theme, attendee })));
  const byTheme = groupBy(rows, (one) => `theme ${one.theme}`);
  return [...event.themes.map((one) => one.id), ''].flatMap((theme) => byTheme.get(`theme ${theme}`) ?? []);
}
