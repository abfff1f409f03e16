import type { SharedFigures } from '../../core/report/shared-figures.ts';
import type { Event } from '../../model/event.ts';
import type { Language } from '../../model/text.ts';
import type { KeyFigure } from './key-figures.ts';
import { renderKeyFigures } from './key-figures.ts';
import { renderPage } from './page.ts';
import { type PageContext, pageContext } from './page-context.ts';
import { renderDietary } from './people-sections.ts';
import { renderMethod } from './quality-sections.ts';
import {
  renderSharedDelegations,
  renderSharedFill,
  renderSharedFindings,
  renderSharedMix,
  renderSharedRules,
  renderSharedUnseated,
} from './shared-sections.ts';
import { renderSharedWishes } from './shared-wishes.ts';

/** The report for everybody else: no names, and no number of people under five. Its figures hold neither. */
export function renderSharedReport(event: Event, figures: SharedFigures, language: Language): string {
  const page = pageContext(event, language);
  const { words } = page;
  const about = words.sharedSections;
  return renderPage(page, {
    privacy: words.shared,
    keyFigures: renderKeyFigures(page, sharedKeyFigures(page, figures)),
    sections: [
      renderSharedFill(page, figures),
      renderSharedWishes(page, figures),
      renderSharedDelegations(page, figures.delegations),
      renderSharedMix(page, figures),
      renderSharedUnseated(page, figures.slots),
      renderSharedRules(page, figures.rules),
      renderDietary(page, figures.dietary, {
        title: words.sections.dietary.title,
        about: about.dietary,
      }),
      renderSharedFindings(page, figures.findings),
      renderMethod(page, figures.method),
    ],
  });
}

function sharedKeyFigures(
  page: PageContext,
  { people, slots, wishes, rules }: SharedFigures,
): readonly KeyFigure[] {
  const { number, percent } = page;
  const { key } = page.words;
  const sessions = slots.flatMap((one) => one.sessions);
  const seats = sessions.reduce((sum, { session }) => sum + (page.session(session)?.capacity ?? 0), 0);
  const isTold = slots.every(
    (slot) =>
      slot.unseated !== undefined &&
      slot.away !== undefined &&
      slot.sessions.every((one) => one.seated !== undefined),
  );
  const taken = sessions.reduce((sum, { seated }) => sum + (seated ?? 0), 0);
  const isEverybodySeated = wishes.kind === 'seats';
  const first = wishes.kind === 'seats' ? wishes.all.ranks[0] : undefined;
  return [
    { value: number(people), label: key.coming, more: '' },
    { value: number(sessions.length), label: key.sessions, more: key.inSlots(number(slots.length)) },
    ...(isTold
      ? [
          {
            value: percent(taken, seats),
            label: key.seatsTaken,
            more: key.seatsOf(number(taken), number(seats)),
          },
        ]
      : []),
    {
      value: isEverybodySeated ? key.all : key.notTold,
      label: key.seated,
      more: '',
      isBad: !isEverybodySeated,
    },
    ...(first === undefined
      ? []
      : [
          {
            value: percent(first, people * slots.length),
            label: key.firstSeats,
            more: key.seatsOf(number(first), number(people * slots.length)),
          },
        ]),
    {
      value: number(rules.length),
      label: rules.length === 1 ? key.bentOne : key.bent,
      more: rules.length === 0 ? key.kept : '',
      isBad: rules.length > 0,
    },
  ];
}
