import type { ColumnMapping } from '../../model/event.ts';
import type { Choice, Prompt } from '../../ports.ts';
import { safeText } from '../../render/terminal/safe-text.ts';
import { FIELD_MEANINGS, meaningOf } from '../../sources/columns/field-meanings.ts';
import { findTold } from '../../sources/columns/map-columns.ts';
import type { OpenedFile } from '../../sources/read-rows.ts';
import type { ColumnSample, UnclearColumn } from '../../sources/source.ts';

/**
 * Asks about every column that is unclear, with what stands in it, and gives back what the person said. A column
 * that several files have is asked about once; one that is decided later is treated as if nobody had been asked.
 */
export async function askColumns(
  prompt: Prompt,
  files: readonly OpenedFile[],
): Promise<readonly ColumnMapping[]> {
  const told: ColumnMapping[] = [];
  for (const opened of files) {
    if (isNameless(opened)) told.push(...(await askNames(prompt, opened, told)));
    for (const one of opened.unclear) told.push(...(await askUnclear(prompt, opened.file, one, told)));
  }
  return told;
}

/** A table whose columns were read, and of which none holds a name. */
function isNameless({ usable, columns }: OpenedFile): boolean {
  return !usable && columns.length > 0;
}

async function askNames(
  prompt: Prompt,
  { file, samples, columns }: OpenedFile,
  told: readonly ColumnMapping[],
): Promise<ColumnMapping[]> {
  const isKnown = columns.some(({ header }) => NAMES.includes(findTold(header, told)?.field ?? ''));
  if (isKnown) return [];
  const free = samples.filter((_, index) => columns[index]?.field === 'extra');
  const choices = columnChoices(free.length > 0 ? free : samples);
  const about = `${safeText(file)}: no column is known to hold the names of the people.`;
  const select = (question: string, own: readonly Choice[]): Promise<string> =>
    prompt.select({ about, question, choices: own });
  const whole = await select('Which one does?', [
    ...choices,
    { value: TWO, name: 'Two columns: the given name and the family name' },
    LATER_CHOICE,
  ]);
  if (whole === LATER) return [];
  if (whole !== TWO) return [{ header: headerOf(whole), field: 'name' }];
  const given = await select('Which one holds the given names?', choices);
  const rest = choices.filter((one) => one.value !== given);
  if (rest.length === 0) return [{ header: headerOf(given), field: 'name' }];
  const family = await select('And which one the family names?', rest);
  return [
    { header: headerOf(given), field: 'givenName' },
    { header: headerOf(family), field: 'familyName' },
  ];
}

const NAMES = ['name', 'familyFirst', 'givenName', 'familyName'];

async function askUnclear(
  prompt: Prompt,
  file: string,
  one: UnclearColumn,
  told: readonly ColumnMapping[],
): Promise<ColumnMapping[]> {
  if (one.kind === 'rivals') return askRivals(prompt, file, one, told);
  const { header } = one.column;
  if (findTold(header, told) !== undefined) return [];
  const first = {
    value: one.field,
    name: `${capital(meaningOf(one.field))} (${one.field})`,
    short: one.field,
  };
  const field = await prompt.select({
    about: `${safeText(file)}, column ${describe(one.column, 76 - file.length)}`,
    question: one.kind === 'guess' ? `Is this ${meaningOf(one.field)}?` : 'These are themes. What is it?',
    choices: [
      one.kind === 'guess' ? { ...first, name: `Yes (${one.field})` } : first,
      { value: 'extra', name: 'Something of our own: keep it as an extra column', short: 'extra' },
      { value: 'skip', name: 'Nothing that is needed: leave it out', short: 'left out' },
      { value: OTHER, name: 'Another field ...', short: 'another field' },
      LATER_CHOICE,
    ],
  });
  if (field === LATER) return [];
  return [{ header, field: field === OTHER ? await askField(prompt, header) : field }];
}

async function askField(prompt: Prompt, header: string): Promise<string> {
  const fields = [...Object.keys(FIELD_MEANINGS), ...[1, 2, 3, 4, 5].map((rank) => `wish.${rank}`)];
  return prompt.select({
    about: `Column "${short(header, 60)}"`,
    question: 'Which field is it?',
    choices: fields.map((field) => ({
      value: field,
      name: `${field.padEnd(14)} ${meaningOf(field)}`,
      short: field,
    })),
  });
}

async function askRivals(
  prompt: Prompt,
  file: string,
  { field, columns }: Extract<UnclearColumn, { kind: 'rivals' }>,
  told: readonly ColumnMapping[],
): Promise<ColumnMapping[]> {
  if (columns.some(({ header }) => findTold(header, told) !== undefined)) return [];
  const choice = await prompt.select({
    about: `${safeText(file)}: ${columns.length === 2 ? 'two' : columns.length} columns look like ${meaningOf(field)}.`,
    question: 'Which one is it?',
    choices: [...columnChoices(columns), LATER_CHOICE],
  });
  if (choice === LATER) return [];
  // All are told, so that nothing is left to ask the next time.
  return columns.map(({ header }) => ({ header, field: header === headerOf(choice) ? field : 'extra' }));
}

/** Headers are told apart from the answers below by a mark that comes before them. */
function columnChoices(columns: readonly ColumnSample[]): Choice[] {
  const width = Math.min(28, Math.max(...columns.map(({ header }) => short(header, 26).length)) + 2);
  return columns.map((column) => ({
    value: `=${column.header}`,
    name: describe(column, 72, width),
    short: `"${short(column.header, 60)}"`,
  }));
}

function headerOf(choice: string): string {
  return choice.slice(1);
}

const LATER = 'later';
const TWO = 'two';
const OTHER = 'other';
const LATER_CHOICE: Choice = { value: LATER, name: 'Decide later', short: 'decide later' };

/** `"Wanted"  Music, Mathematics, ...` in so many columns of the terminal. */
function describe({ header, cells }: ColumnSample, width: number, headWidth = 0): string {
  const head = `"${short(header, 26)}"`.padEnd(headWidth);
  const values = cells.slice(0, 4).map((cell) => short(cell, 28));
  const sample = values.length === 0 ? '(empty)' : values.join(', ');
  return `${head}  ${short(sample, Math.max(20, width - head.length - 2))}`;
}

/** Somebody else's text on one line, safe to print and not too long. */
function short(text: string, length: number): string {
  const line = safeText(text.replace(/\s+/gu, ' ').trim());
  return line.length <= length ? line : `${line.slice(0, length - 3)}...`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
