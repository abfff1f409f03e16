import { type FlowFigures, type FlowStep, narrowFlow, type Stop } from '../../core/report/flow-figures.ts';
import { type FlowLayout, layOutFlow } from './flow-layout.ts';
import { html, type Markup } from './html.ts';
import { LIMITS } from './limits.ts';
import type { PageContext } from './page-context.ts';
import { type Section, section } from './section.ts';
import { renderTable } from './table.ts';

/** A picture of how people move between time slots, and the same as a table. Nothing where there is one time slot. */
export function renderFlow(page: PageContext, flow: FlowFigures): readonly Section[] {
  if (flow.slots.length < 2) return [];
  const { words } = page;
  const narrow = narrowFlow(flow, LIMITS.stops);
  return [
    section('flow', words.sections.flow, [
      draw(page, narrow),
      html`<details><summary>${words.asTable}</summary>${tableOf(page, narrow)}</details>`,
    ]),
  ];
}

function draw(page: PageContext, flow: FlowFigures): Markup {
  const { words, number } = page;
  const layout = layOutFlow(flow);
  return html`<div class="scroll" role="group" aria-label="${words.flowTitle}" tabindex="0"><svg class="flow" role="img" aria-labelledby="flow-picture" viewBox="0 0 ${layout.width} ${layout.height}" width="${layout.width}" height="${layout.height}">
<title id="flow-picture">${words.flowTitle}</title>
${layout.heads.map(({ x, timeSlot }) => html`<text class="head" x="${x}" y="16">${page.slot(timeSlot)}</text>`)}
${layout.bands.map(
  ({ stop, path, step, to }) =>
    html`<path class="${bandOf(page, stop)}" d="${path}"><title>${nameStop(page, stop)} → ${nameStop(page, to)}: ${number(step.people)}</title></path>
`,
)}${layout.blocks.map(({ stop, x, y, height }) => block(page, stop, x, y, height))}</svg></div>`;
}

function block(page: PageContext, stop: Stop, x: number, y: number, height: number): Markup {
  return html`<rect class="${lookOf(page, stop)}" x="${x}" y="${y}" width="${BLOCK}" height="${height}"/><text x="${x + BLOCK + 6}" y="${y + height / 2 + 4.5}">${nameStop(page, stop)} <tspan>${page.number(stop.people)}</tspan></text>
`;
}

const BLOCK: FlowLayout['block'] = 12;

/** Themes are painted in the order of the event, and again from the first where there are more than colours. */
function lookOf({ event }: PageContext, { kind, theme }: Stop): string {
  if (kind !== 'theme') return `stop-${kind}`;
  return `c${event.themes.findIndex((one) => one.id === theme) % THEME_LOOKS}`;
}

function bandOf(page: PageContext, stop: Stop): string {
  return `band ${lookOf(page, stop)}`;
}

/** As many as there are colours. */
export const THEME_LOOKS = 8;

function nameStop({ words, theme }: PageContext, stop: Stop): string {
  const others = { unseated: words.unseated, away: words.away, others: words.otherThemes };
  return stop.kind === 'theme' ? theme(stop.theme) : others[stop.kind];
}

interface FlowRow extends FlowStep {
  readonly slot: number;
}

function tableOf(page: PageContext, { slots, steps }: FlowFigures): Markup {
  const { words, number, slot } = page;
  const place = (index: number, at: number): string => {
    const stop = slots[index]?.stops[at];
    return stop === undefined ? '' : nameStop(page, stop);
  };
  return renderTable(page, {
    caption: words.flowTitle,
    limit: { rows: LIMITS.steps, where: '`sosent export rosters`' },
    rows: steps.flatMap((one, index) => one.map((step): FlowRow => ({ ...step, slot: index }))),
    columns: [
      {
        head: words.columns.time,
        kind: 'text',
        cell: (row) =>
          `${slot(slots[row.slot]?.timeSlot ?? '')} → ${slot(slots[row.slot + 1]?.timeSlot ?? '')}`,
        sort: (row) => row.slot,
      },
      { head: words.columns.from, kind: 'text', cell: (row) => place(row.slot, row.from) },
      { head: words.columns.to, kind: 'text', cell: (row) => place(row.slot + 1, row.to) },
      {
        head: words.columns.people,
        kind: 'number',
        cell: (row) => number(row.people),
        sort: (row) => row.people,
      },
    ],
  });
}
