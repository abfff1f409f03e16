import { inLanguage } from '../../model/text.ts';
import { seatsOf } from '../assign/instance.ts';
import { sumOf } from '../assign/linear-model.ts';
import { groupBy } from '../group-by.ts';
import type { Constraint } from './constraint.ts';
import { hardViolation } from './violations.ts';

/** Nobody is given the same theme in two time slots. */
export const noThemeTwice: Constraint = {
  id: 'no-theme-twice',
  title: 'Nobody is given the same theme twice',
  contribute: (model, { attendees, event }) => {
    for (const { id } of attendees) {
      for (const theme of event.themes) {
        const seats = model.seatsOf(id).filter((column) => {
          const seat = model.columns[column];
          return seat?.kind === 'seat' && seat.session.theme === theme.id;
        });
        if (seats.length > 1) model.addRow({ lower: 0, upper: 1, entries: sumOf(seats) });
      }
    }
  },
  check: ({ attendees, event, sessions, language }, placements) => {
    const themeOf = new Map(sessions.map((one) => [one.id, one.theme]));
    const seatsBy = groupBy(seatsOf(placements), (one) => one.attendee);
    return attendees.flatMap((attendee) => {
      const seats = seatsBy.get(attendee.id) ?? [];
      if (seats.length <= 1) return [];
      return event.themes.flatMap((theme) => {
        const here = seats.map((one) => one.session).filter((id) => themeOf.get(id) === theme.id);
        if (here.length <= 1) return [];
        return [
          hardViolation(
            {
              constraint: 'no-theme-twice',
              attendees: [attendee.id],
              sessions: here,
              facts: { theme: theme.id },
            },
            `${attendee.name} is given the theme ${inLanguage(theme.title, language)} ${here.length} times: ${here.join(', ')}.`,
            here.length - 1,
          ),
        ];
      });
    });
  },
};
