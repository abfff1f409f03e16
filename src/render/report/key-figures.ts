import type { Summary } from '../../core/summary.ts';
import type { Problem } from '../../model/problem.ts';
import { html, type Markup } from './html.ts';
import type { PageContext } from './page-context.ts';

/** A large number, what it counts, and what puts it in proportion. */
export interface KeyFigure {
  readonly value: string;
  readonly label: string;
  readonly more: string;
  /** Wants a look. */
  readonly isBad?: boolean;
}

export function keyFigures(
  page: PageContext,
  summary: Summary,
  findings: readonly Problem[],
): readonly KeyFigure[] {
  const { number, percent } = page;
  const { key } = page.words;
  const { registered, withWishes, withoutSeat } = summary.attendees;
  const seats = summary.timeSlots.reduce((sum, one) => sum + one.capacity, 0);
  const taken = summary.timeSlots.reduce((sum, one) => sum + one.seated, 0);
  const first = summary.ranks[0];
  const bent = summary.violations.length;
  const by = summary.violations.reduce((sum, one) => sum + one.amount, 0);
  const waiting = new Set(summary.waitlist.map((one) => one.attendee)).size;
  const errors = findings.filter((one) => one.severity === 'error').length;
  return [
    { value: number(registered), label: key.coming, more: key.withWishes(number(withWishes)) },
    {
      value: number(summary.sessions.length),
      label: key.sessions,
      more: key.inSlots(number(summary.timeSlots.length)),
    },
    { value: percent(taken, seats), label: key.seatsTaken, more: key.seatsOf(number(taken), number(seats)) },
    {
      value: wholeUnlessAll(page, registered - withoutSeat, registered),
      label: key.seated,
      more: withoutSeat === 0 ? key.everybody : key.notSeated(number(withoutSeat)),
      isBad: withoutSeat > 0,
    },
    {
      value: percent(first?.granted ?? 0, first?.wishedBy ?? 0),
      label: key.firstWish,
      more: key.ofWishing(number(first?.granted ?? 0), number(first?.wishedBy ?? 0)),
    },
    {
      value: number(waiting),
      label: waiting === 1 ? key.waitingOne : key.waiting,
      more: waiting === 0 ? key.noQueue : key.places(number(summary.waitlist.length)),
      isBad: summary.waitlist.length > 0,
    },
    {
      value: number(bent),
      label: bent === 1 ? key.bentOne : key.bent,
      more: bent === 0 ? key.kept : key.bentBy(number(by)),
      isBad: bent > 0,
    },
    {
      value: number(findings.length),
      label: key.findings,
      more: key.errors(number(errors)),
      isBad: errors > 0,
    },
  ];
}

export function renderKeyFigures({ words }: PageContext, figures: readonly KeyFigure[]): Markup {
  return html`<section aria-labelledby="key-title" class="key">
<h2 id="key-title">${words.key.heading}</h2>
<ul>${figures.map(
    ({
      value,
      label,
      more,
      isBad,
    }) => html`<li${isBad ? html` class="bad"` : undefined}><b>${value}</b> <span>${label}</span> <small>${more}</small></li>
`,
  )}</ul>
</section>
`;
}

/** 100 % is said only where it is all of them. */
function wholeUnlessAll({ percent }: PageContext, part: number, of: number): string {
  return part < of && part / of > 0.99 ? percent(99, 100) : percent(part, of);
}
