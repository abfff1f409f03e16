import type { ChalkInstance } from 'chalk';
import type { Attendee } from '../../model/attendee.ts';
import { renderColumns } from './column-list.ts';
import { safeText } from './safe-text.ts';
import { renderSideBySide } from './side-by-side.ts';
import { wrap } from './wrap.ts';

const WIDTH = 80;
const MOST_FILES = 4;
const MOST_LISTED = 6;
const MOST_DOUBLES = 2;

interface FileSummary {
  readonly file: string;
  readonly source: string;
  /** How the source was recognised; '' for a table of no known system. */
  readonly why: string;
  readonly encoding: string;
  readonly delimiter: string;
  readonly sheet: string;
  readonly rows: number;
  readonly columns: readonly { readonly header: string; readonly field: string }[];
  readonly usable: boolean;
}

interface Person {
  readonly name: string;
  readonly organisation: string;
}

interface People {
  readonly length: number;
  readonly at: (index: number) => Person | undefined;
}

interface Diff {
  readonly doubles: readonly { readonly attendee: Attendee; readonly other: Attendee }[];
  readonly added: People;
  readonly changed: readonly {
    readonly attendee: Person;
    readonly changes: readonly { readonly field: string; readonly before: string; readonly after: string }[];
  }[];
  readonly unchanged: readonly unknown[];
  readonly withdrawn: readonly Person[];
  readonly joined: number;
  readonly rejected: readonly unknown[];
  readonly merged: number;
  readonly leftOut: number;
}

/** What an import recognised and what it changed, in at most a screenful. */
export function renderImport(view: {
  readonly plan: Diff;
  readonly readings: readonly FileSummary[];
  readonly written: boolean;
  /** Paths of files with the rows that could not be used. */
  readonly rejects: readonly string[];
  readonly options: { readonly strict?: boolean };
  readonly paint: ChalkInstance;
}): string {
  const { plan, readings, written, rejects, options, paint } = view;
  const usable = readings.filter((one) => one.usable);
  const unlisted = usable.length - MOST_FILES;
  return [
    ...usable.slice(0, MOST_FILES).flatMap((one) => renderFile(one, usable.length > 2, paint)),
    ...(unlisted > 0 ? [`... and ${unlisted} more ${unlisted === 1 ? 'file' : 'files'}`] : []),
    ...(usable.length > 0 ? [''] : []),
    renderCounts(plan, paint),
    ...renderLeftOut(plan),
    ...renderPeople(plan.added, paint.green('+')),
    ...renderChanged(plan, paint),
    ...renderPeople(plan.withdrawn, paint.red('-')),
    ...renderDoubles(plan, paint),
    '',
    ...rejects.map((file) => `Rows to mend and import again: ${safeText(file)}`),
    written
      ? renderEnd(plan)
      : paint.bold(`Nothing was written (${options.strict ? '--strict' : '--dry-run'}).`),
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
  const facts = `${formOf(one)}, ${one.rows} ${one.rows === 1 ? 'row' : 'rows'}`;
  const head = `${paint.bold(safeText(one.file))}  ${facts}`;
  if (brief) return [head];
  const recognised =
    one.why === '' ? [] : wrap(`  recognised as ${one.source}: ${safeText(one.why)}`, WIDTH, '    ');
  return [head, ...[...recognised, ...renderColumns(one.columns)].map((line) => paint.dim(line))];
}

/** How the file is written: as CSV of some dialect, or in a sheet. */
function formOf({ encoding, delimiter, sheet }: FileSummary): string {
  if (sheet !== '') return `sheet "${short(sheet, 31)}"`;
  return `${ENCODINGS[encoding] ?? encoding}, ${DELIMITERS[delimiter] ?? `"${delimiter}"`}`;
}

function renderCounts(plan: Diff, paint: ChalkInstance): string {
  const counts = [
    `${paint.green.bold(String(plan.added.length))} added`,
    `${paint.bold(String(plan.changed.length))} changed`,
    `${plan.unchanged.length} unchanged`,
    ...(plan.withdrawn.length === 0 ? [] : [`${paint.red.bold(String(plan.withdrawn.length))} withdrawn`]),
    ...(plan.joined === 0 ? [] : [`${plan.joined} joined with another`]),
    ...(plan.merged === 0 ? [] : [`${plan.merged} duplicate ${plan.merged === 1 ? 'row' : 'rows'} merged`]),
    ...(plan.rejected.length === 0
      ? []
      : [
          `${paint.red.bold(String(plan.rejected.length))} ${plan.rejected.length === 1 ? 'row' : 'rows'} rejected`,
        ]),
  ];
  return counts.join('   ');
}

/** Said in words: who compares the counts with the rows of the file must find them all. */
function renderLeftOut({ leftOut }: Diff): string[] {
  if (leftOut === 0) return [];
  const rows = leftOut === 1 ? '1 cancelled row' : `${leftOut} cancelled rows`;
  return [`${rows} left out: nobody here is cancelled by ${leftOut === 1 ? 'it' : 'them'}.`];
}

function renderPeople(people: People, mark: string): string[] {
  const first = Array.from({ length: Math.min(people.length, MOST_LISTED) }, (_, index) => people.at(index));
  const listed = first.map((one) => {
    const { name = '', organisation = '' } = one ?? {};
    const person = organisation === '' ? short(name, 60) : `${short(name, 36)}, ${short(organisation, 36)}`;
    return `  ${mark} ${person}`;
  });
  return [...listed, ...rest(people.length)];
}

/** The first few; the warnings name all of them, with the way to join them. */
function renderDoubles({ doubles }: Diff, paint: ChalkInstance): string[] {
  return doubles
    .slice(0, MOST_DOUBLES)
    .flatMap(({ attendee, other }) => [
      '',
      paint.yellow('Possibly one person:'),
      renderSideBySide(other, attendee, paint, WIDTH),
    ]);
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

function renderEnd({ added, changed, withdrawn, joined }: Diff): string {
  const news = added.length + changed.length + withdrawn.length + joined;
  return news === 0
    ? 'Nothing new: data/attendees.csv is as it was.'
    : 'Written to data/attendees.csv. Next: sosent check';
}

/** Somebody else's text on one line, safe to print and not too long. */
function short(text: string, length: number): string {
  const line = safeText(text.replace(/\s+/gu, ' '));
  return line.length <= length ? line : `${line.slice(0, length - 3)}...`;
}
