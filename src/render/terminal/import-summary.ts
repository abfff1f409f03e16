import type { ChalkInstance } from 'chalk';
import { safeText } from './safe-text.ts';
import { wrap } from './wrap.ts';

const WIDTH = 80;
const MOST_FILES = 4;
const MOST_LISTED = 6;

interface FileSummary {
  readonly file: string;
  readonly source: string;
  /** How the source was recognised; '' for a table of no known system. */
  readonly why: string;
  readonly encoding: string;
  readonly delimiter: string;
  readonly rows: number;
  readonly columns: readonly { readonly header: string; readonly field: string }[];
  readonly usable: boolean;
}

interface Person {
  readonly name: string;
  readonly organisation: string;
}

interface Diff {
  readonly added: readonly Person[];
  readonly changed: readonly {
    readonly attendee: Person;
    readonly changes: readonly { readonly field: string; readonly before: string; readonly after: string }[];
  }[];
  readonly unchanged: readonly unknown[];
  readonly rejected: readonly unknown[];
  readonly merged: number;
}

/** What an import recognised and what it changed, in at most a screenful. */
export function renderImport(view: {
  readonly plan: Diff;
  readonly readings: readonly FileSummary[];
  readonly dryRun: boolean;
  readonly paint: ChalkInstance;
}): string {
  const { plan, readings, dryRun, paint } = view;
  const usable = readings.filter((one) => one.usable);
  const unlisted = usable.length - MOST_FILES;
  return [
    ...usable.slice(0, MOST_FILES).flatMap((one) => renderFile(one, usable.length > 2, paint)),
    ...(unlisted > 0 ? [`... and ${unlisted} more ${unlisted === 1 ? 'file' : 'files'}`] : []),
    '',
    renderCounts(plan, paint),
    ...renderAdded(plan, paint),
    ...renderChanged(plan, paint),
    '',
    renderEnd(plan, dryRun, paint),
  ].join('\n');
}

const ENCODINGS: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
};
const DELIMITERS: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
};

function renderFile(one: FileSummary, brief: boolean, paint: ChalkInstance): string[] {
  const delimiter = DELIMITERS[one.delimiter] ?? `"${one.delimiter}"`;
  const facts = `${ENCODINGS[one.encoding] ?? one.encoding}, ${delimiter}, ${one.rows} ${one.rows === 1 ? 'row' : 'rows'}`;
  const head = `${paint.bold(safeText(one.file))}  ${facts}`;
  if (brief) return [head];
  const recognised =
    one.why === '' ? [] : wrap(`  recognised as ${one.source}: ${safeText(one.why)}`, WIDTH, '    ');
  const mapped = one.columns.filter((column) => column.field !== 'extra');
  const extras = one.columns
    .filter((column) => column.field === 'extra')
    .map(({ header }) => short(header, 28));
  const pairs = mapped.map(({ header, field }) => `${short(header, 28)} -> ${field}`).join(', ');
  const lines = wrap(`  ${pairs}`, WIDTH, '  ');
  if (extras.length > 0) lines.push(...wrap(`  kept as extra columns: ${extras.join(', ')}`, WIDTH, '  '));
  return [head, ...[...recognised, ...lines].map((line) => paint.dim(line))];
}

function renderCounts(plan: Diff, paint: ChalkInstance): string {
  const counts = [
    `${paint.green.bold(String(plan.added.length))} added`,
    `${paint.bold(String(plan.changed.length))} changed`,
    `${plan.unchanged.length} unchanged`,
    ...(plan.merged === 0 ? [] : [`${plan.merged} duplicate ${plan.merged === 1 ? 'row' : 'rows'} merged`]),
    ...(plan.rejected.length === 0
      ? []
      : [
          `${paint.red.bold(String(plan.rejected.length))} ${plan.rejected.length === 1 ? 'row' : 'rows'} rejected`,
        ]),
  ];
  return counts.join('   ');
}

function renderAdded(plan: Diff, paint: ChalkInstance): string[] {
  if (plan.added.length === 0) return [];
  const listed = plan.added.slice(0, MOST_LISTED).map(({ name, organisation }) => {
    const person = organisation === '' ? short(name, 60) : `${short(name, 36)}, ${short(organisation, 36)}`;
    return `  ${paint.green('+')} ${person}`;
  });
  return [...listed, ...rest(plan.added.length)];
}

function renderChanged(plan: Diff, paint: ChalkInstance): string[] {
  const listed = plan.changed.slice(0, MOST_LISTED).map(({ attendee, changes }) => {
    const [first] = changes;
    const what =
      first === undefined
        ? ''
        : `${first.field.replace(/^extra\./, '')} "${short(first.before, 14)}" -> "${short(first.after, 14)}"`;
    const more = changes.length > 1 ? ` and ${changes.length - 1} more` : '';
    return `  ${paint.yellow('~')} ${short(attendee.name, 24)}: ${what}${more}`;
  });
  return [...listed, ...rest(plan.changed.length)];
}

function rest(count: number): string[] {
  return count > MOST_LISTED ? [`    and ${count - MOST_LISTED} more`] : [];
}

function renderEnd(plan: Diff, dryRun: boolean, paint: ChalkInstance): string {
  if (dryRun) return paint.bold('Nothing was written (--dry-run).');
  if (plan.added.length + plan.changed.length === 0) return 'Nothing new: data/attendees.csv is as it was.';
  return 'Written to data/attendees.csv. Next: sosent check';
}

/** Somebody else's text on one line, safe to print and not too long. */
function short(text: string, length: number): string {
  const line = safeText(text.replace(/\s+/gu, ' '));
  return line.length <= length ? line : `${line.slice(0, length - 3)}...`;
}
