import type { ChalkInstance } from 'chalk';
import type { Figures } from '../../core/what-if/figures.ts';
import { safeText } from './safe-text.ts';
import { wrap } from './wrap.ts';

/** The plan of today and what it would be otherwise. */
export interface WhatIfReport {
  /** `isWritten` is false where no plan was made yet: then it is what `assign` would make today. */
  readonly today: { readonly isWritten: boolean; readonly figures: Figures };
  readonly alternatives: readonly {
    readonly whatIf: string;
    readonly figures: Figures;
    readonly proven: boolean;
  }[];
}

interface Line {
  readonly label: string;
  readonly show: (figures: Figures) => string;
  /** Less is better. */
  readonly rate: (figures: Figures) => number;
}

const LINES: readonly Line[] = [
  {
    label: 'First wish granted',
    show: (one) => `${Math.floor(firstShare(one) * 100)} %`,
    rate: (one) => -firstShare(one),
  },
  { label: 'Worst rank', show: (one) => String(one.worstRank), rate: (one) => one.worstRank },
  { label: 'Seats missing', show: (one) => String(one.unseated), rate: (one) => one.unseated },
  { label: 'Seats moved', show: (one) => String(one.moves), rate: (one) => one.moves },
  { label: 'Seats in gone sessions', show: (one) => String(one.seatsGone), rate: (one) => one.seatsGone },
  {
    label: 'Rules bent (people)',
    show: ({ violations }) => (violations.places === 0 ? '0' : `${violations.places} (${violations.people})`),
    rate: (one) => one.violations.people,
  },
];
const LABEL = 26;
const COLUMN = 12;

/** Alternatives side by side with the plan of today: green what is better, yellow what is worse. */
export function renderWhatIf(
  { today, alternatives }: WhatIfReport,
  paint: ChalkInstance,
  width: number,
): string {
  const columns = Math.max(60, Math.min(width, 100));
  const perBlock = Math.max(1, Math.floor((columns - LABEL - COLUMN) / COLUMN));
  const names = alternatives.map((_, index) => `[${index + 1}]`);
  const blocks: string[] = [];
  for (let from = 0; from < alternatives.length; from += perBlock) {
    const here = alternatives.slice(from, from + perBlock);
    const head = ['today', ...names.slice(from, from + perBlock)]
      .map((name) => name.padStart(COLUMN))
      .join('');
    blocks.push('', paint.bold(' '.repeat(LABEL) + head));
    for (const { label, show, rate } of LINES) {
      const base = rate(today.figures);
      const cells = here.map(({ figures }) => {
        const cell = show(figures).padStart(COLUMN);
        const value = rate(figures);
        return value === base ? cell : value < base ? paint.green(cell) : paint.yellow(cell);
      });
      blocks.push(`  ${label.padEnd(LABEL - 2)}${show(today.figures).padStart(COLUMN)}${cells.join('')}`);
    }
  }
  const open = names.filter((_, index) => alternatives[index]?.proven === false);
  const notes = [
    today.isWritten
      ? 'Nothing was written. Seats are counted from the plan in data/placements.csv.'
      : 'Nothing was written. No plan was made yet: "today" is what `sosent assign` would make.',
    ...(open.length === 0 ? [] : [`Not proven to be the best within the time: ${open.join(', ')}.`]),
  ];
  return [
    ...alternatives.flatMap(({ whatIf }, index) =>
      wrap(`${names[index] ?? ''} ${safeText(whatIf)}`, columns, '    '),
    ),
    ...blocks,
    '',
    ...notes.flatMap((note) => wrap(note, columns, '')).map((line) => paint.dim(line)),
  ].join('\n');
}

function firstShare({ firstWishes, withFirstWish }: Figures): number {
  return withFirstWish === 0 ? 0 : firstWishes / withFirstWish;
}
