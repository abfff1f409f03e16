import { basename, join, relative, resolve } from 'node:path';
import { closest } from 'fastest-levenshtein';
import { EXIT, failure, problem } from '../errors.ts';
import { listExamples, readExample, readInitFile } from '../folder/built-in.ts';
import type { FileChange } from '../folder/commit-files.ts';
import { type EventFacts, fillEvent } from '../folder/config/fill-event.ts';
import { createEvent, requireNoEvent } from '../folder/create-event.ts';
import { PINS_FILE } from '../folder/pins.ts';
import { safeText } from '../render/terminal/safe-text.ts';
import { writeTable } from '../tabular/write-table.ts';
import type { CommandContext, Outcome } from './command.ts';

export interface InitOptions {
  readonly title?: string;
  readonly date?: string;
  readonly language?: 'nb' | 'en';
  /** Name of a shipped example to copy instead. */
  readonly from?: string;
}

/** `sosent init [folder]`: a new event folder with a commented sosent.yaml, or a copy of an example. */
export async function runInit(
  context: CommandContext,
  folder: string | undefined,
  options: InitOptions,
): Promise<Outcome> {
  const root = resolve(context.cwd, folder ?? context.eventPath ?? '.');
  const shownRoot = relative(context.cwd, root) || '.';
  await requireNoEvent({ root, shownRoot });
  const content =
    options.from === undefined
      ? await newEvent(await settleFacts(context, basename(root), options))
      : await exampleEvent(options.from);
  const files = [...content, { path: '.gitignore', content: await readInitFile('gitignore') }];
  const { written, kept } = await createEvent({ root, shownRoot }, files);
  const shownFile = join(shownRoot, '.gitignore');
  return {
    result: { folder: root, from: options.from ?? null, written, kept },
    text: renderWelcome(context, shownRoot, written),
    problems: kept.map((path) =>
      problem('SOS110', `${path} was there already and stays as it is.`, {
        location: { file: shownFile },
        hint: 'Add the line out/ to it, and keep data/ out of public repositories: it holds personal data.',
      }),
    ),
    exit: EXIT.done,
  };
}

async function newEvent(facts: EventFacts): Promise<FileChange[]> {
  return [
    { path: 'sosent.yaml', content: fillEvent(await readInitFile('sosent.yaml'), facts) },
    { path: PINS_FILE, content: writeTable(['attendee', 'session', 'kind', 'reason'], []) },
  ];
}

async function exampleEvent(name: string): Promise<readonly FileChange[]> {
  const known = await listExamples();
  if (known.includes(name)) return readExample(name);
  throw failure('SOS111', `There is no example "${name}".`, {
    hint: `Did you mean "${closest(name, [...known])}"? The examples are: ${known.join(', ')}.`,
  });
}

/** What the options say, else what the person at the terminal answers, else something to be changed later. */
async function settleFacts(context: CommandContext, name: string, options: InitOptions): Promise<EventFacts> {
  const { prompt } = context;
  const language = options.language ?? 'nb';
  const suggested = name
    .replace(/[-_]+/g, ' ')
    .trim()
    .replace(/^./u, (first) => first.toUpperCase());
  const inSixtyDays = new Date(context.clock.now().getTime() + 60 * 86_400_000).toISOString().slice(0, 10);
  const title = requireTitle(
    options.title ?? (await prompt?.input('What is the event called?', suggested)) ?? suggested,
  );
  const date = requireDate(
    options.date ?? (await prompt?.input('On which day is it (yyyy-mm-dd)?', inSixtyDays)) ?? inSixtyDays,
  );
  return { id: idOf(title), title, date, language };
}

function requireTitle(title: string): string {
  const oneLine = title.replace(/\s+/g, ' ').trim();
  if (oneLine !== '') return oneLine;
  throw failure('SOS101', 'The title of the event is empty.', {
    hint: 'For instance: --title "Teachers\' day".',
  });
}

function requireDate(date: string): string {
  const day = new Date(`${date.trim()}T00:00:00Z`);
  if (!Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === date.trim()) return date.trim();
  throw failure('SOS101', `"${date}" is not a day of the calendar.`, {
    hint: 'Write the date as year-month-day, for instance --date 2027-03-18.',
  });
}

/** `Lærerdagen 2027` is `lærerdagen-2027`. */
function idOf(title: string): string {
  const id = title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return id === '' ? 'event' : id;
}

function renderWelcome({ paint }: CommandContext, shownRoot: string, written: readonly string[]): string {
  const source = written.find((path) => path.startsWith('registrations/')) ?? '<your registrations.csv>';
  const enter = shownRoot === '.' ? [] : [`  cd ${safeText(shownRoot)}`];
  return [
    `${paint.green('Made an event folder')} in ${safeText(shownRoot)}:`,
    ...written.map((path) => `  ${path}`),
    '',
    'Next: edit sosent.yaml, then',
    ...enter,
    '  sosent check',
    `  sosent import ${source}`,
  ].join('\n');
}
