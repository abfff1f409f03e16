import { html, type Markup } from './html.ts';
import type { PageContext } from './page-context.ts';

/** Something that has a colour in a chart, and a sign, because colour alone does not tell. */
export interface LegendEntry {
  /** Class that paints it. */
  readonly look: string;
  readonly sign: string;
  readonly title: string;
}

/** Attendee types that are painted alike: one, or all that the event does not know. */
export interface ShownType extends LegendEntry {
  readonly ids: readonly string[];
}

/** Those that somebody has, as the event has them; whatever it does not know, together, at the end. */
export function typesShown(page: PageContext, met: ReadonlySet<string>): readonly ShownType[] {
  const known = page.event.attendeeTypes.map((one) => one.id);
  const unknown = [...met].filter((id) => !known.includes(id));
  return [
    ...known.flatMap((id, index) =>
      met.has(id) ? [{ ids: [id], look: `t${index}`, sign: page.sign(id), title: page.type(id) }] : [],
    ),
    ...(unknown.length === 0
      ? []
      : [{ ids: unknown, look: 'other', sign: page.sign(''), title: page.type('') }]),
  ];
}

export function renderLegend(entries: readonly LegendEntry[]): Markup {
  return html`<ul class="legend">${entries.map(
    ({ look, sign, title }) => html`<li><span class="chip chip-${look}">${sign}</span> ${title}</li>
`,
  )}</ul>`;
}

/** The head of a column of numbers that the legend explains: the sign, and the whole title for who listens. */
export function legendHead({ look, sign, title }: LegendEntry): Markup {
  return html`<span class="chip chip-${look}" aria-hidden="true" title="${title}">${sign}</span><span class="unseen">${title}</span>`;
}
