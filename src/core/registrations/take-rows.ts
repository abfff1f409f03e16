import type { Event } from '../../model/event.ts';
import type { Problem } from '../../model/problem.ts';
import type { Registration } from '../../model/registration.ts';
import { type CleaningTools, registrationCleaner } from './clean-registration.ts';
import { mailTypoFinder } from './find-mail-typos.ts';
import { oddPhoneFinder } from './find-odd-phones.ts';
import { createRows, type Rows } from './find-people.ts';

/** The registrations of an import, understood and packed; what they mean for the event is not yet decided. */
export interface TakenRows {
  readonly rows: Rows;
  /** Places of the rows that say that the person does not come. */
  readonly cancelled: ReadonlySet<number>;
  /** Rows that must not be imported. */
  readonly rejected: readonly Registration[];
  /** Sources that the rows came from, by their shapes. */
  readonly shapes: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

/** Takes registrations one by one, in the order of the files and their rows, and cleans them. */
export interface RowTaker {
  readonly add: (registration: Registration) => void;
  readonly done: () => TakenRows;
}

export function rowTaker(event: Event, tools: CleaningTools = {}): RowTaker {
  const clean = registrationCleaner(event, tools);
  const rows = createRows();
  const cancelled = new Set<number>();
  const rejected: Registration[] = [];
  const shapes = new Set<string>();
  const problems: Problem[] = [];
  const mailTypos = mailTypoFinder();
  const oddPhones = oddPhoneFinder(event.country);
  return {
    add(registration) {
      const { value, problems: found, oddPhone } = clean(registration);
      for (const one of found) problems.push(one);
      shapes.add(registration.origin.shape);
      if (value === undefined) {
        rejected.push(registration);
        return;
      }
      const place = rows.add(value);
      if (value.fields.status === 'cancelled') cancelled.add(place);
      mailTypos.see(value.fields.email);
      if (oddPhone) oddPhones.see(value);
    },
    done: () => ({
      rows,
      cancelled,
      rejected,
      shapes,
      problems: [...problems, ...mailTypos.find(rows), ...oddPhones.find()],
    }),
  };
}
