import { readFileSync } from 'node:fs';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { AssignOptions } from '../commands/assign.ts';
import type { BadgesOptions } from '../commands/badges.ts';
import type { CommandContext, Outcome } from '../commands/command.ts';
import type { PreviewOptions } from '../commands/emails.ts';
import type { EmailsSendOptions } from '../commands/emails-send.ts';
import type { EmailsTestOptions } from '../commands/emails-test.ts';
import type { ExplainOptions } from '../commands/explain.ts';
import type { ExportOptions } from '../commands/export.ts';
import type { ImportOptions } from '../commands/import.ts';
import type { InitOptions } from '../commands/init.ts';

/** Options that every command has. */
export interface GlobalOptions {
  readonly event?: string;
  readonly json?: boolean;
  readonly yes?: boolean;
  readonly debug?: boolean;
  readonly color: boolean;
}

export interface NamedCommand {
  readonly name: string;
  /** Loads the command's module, and only then; gives back its work. */
  readonly load: () => Promise<(context: CommandContext) => Promise<Outcome>>;
}

/**
 * The whole command line: every command with its arguments and options. Nothing but commander is loaded until a
 * command runs.
 */
export function createProgram(
  run: (command: NamedCommand, options: GlobalOptions) => Promise<void>,
): Command {
  const program = new Command('sosent')
    .description('Organise a themed conference from one folder of plain files.')
    .version(version(), '-V, --version', 'print the version')
    .option('-e, --event <folder>', 'the event folder (default: this folder or one above it)')
    .option('--json', 'print one JSON document to stdout, and never ask')
    .option('-y, --yes', 'go ahead without asking')
    .option('--no-color', 'print without colour')
    .option('--debug', 'print the stack of a fault in sosent')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print the help of a command')
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ outputError: () => undefined })
    .exitOverride();

  // ADD A COMMAND: its arguments and options here, its work in ../commands/, loaded only when it runs.
  const start = (self: Command, load: NamedCommand['load']): Promise<void> =>
    run({ name: fullName(self), load }, self.optsWithGlobals());

  program
    .command('init')
    .description('make a new event folder')
    .argument('[folder]', 'where (default: this folder)')
    .option('--title <text>', 'title of the event')
    .option('--date <yyyy-mm-dd>', 'day of the event')
    .addOption(new Option('--language <language>', 'main language of the event').choices(['nb', 'en']))
    .addOption(
      new Option('--from <example>', 'copy an example: sosent-2016, teachers-day').conflicts([
        'title',
        'date',
        'language',
      ]),
    )
    .action((folder: string | undefined, options: InitOptions, self: Command) =>
      start(self, async () => {
        const { runInit } = await import('../commands/init.ts');
        return (context) => runInit(context, folder, options);
      }),
    );

  program
    .command('import')
    .description('take registration files into data/attendees.csv, as a diff')
    .argument(
      '[file...]',
      'CSV files and Excel workbooks (.xlsx) as other systems export them; - is standard input',
    )
    .option('-n, --dry-run', 'show what would change and write nothing')
    .option('--map <header=field>', 'what a column means (repeatable)', collect)
    .option(
      '--encoding <name>',
      'how the files write characters: utf-8, windows-1252, cp850, ... (default: seen)',
    )
    .option(
      '--delimiter <character>',
      'what divides cells: comma, semicolon, tab, bar or a character (default: seen)',
    )
    .option('--source <id>', 'the system that the files come from (default: told by their columns)')
    .option('--sheet <name>', 'the sheet of a workbook (default: the first one with names)')
    .option(
      '--complete',
      'the files are the full list: cancel those whom their source does not name any more',
    )
    .option('--merge <this=that>', 'that attendee and this one are one person (repeatable)', collect)
    .option('--rejects <file.csv>', 'write the rows that could not be used there, each with its reason')
    .option('--strict', 'write nothing where there is any problem, and exit with 1')
    .action((files: string[], options: ImportOptions, self: Command) =>
      start(self, async () => {
        const { runImport } = await import('../commands/import.ts');
        return (context) => runImport(context, files, options);
      }),
    );

  program
    .command('check')
    .description('find problems in sosent.yaml and in data/')
    .action((_options: object, self: Command) =>
      start(self, async () => (await import('../commands/check.ts')).runCheck),
    );

  program
    .command('status')
    .description('say where the event stands, and what comes next')
    .action((_options: object, self: Command) =>
      start(self, async () => (await import('../commands/status.ts')).runStatus),
    );

  program
    .command('assign')
    .description('seat everybody in every time slot by wishes, rules and pins')
    .addOption(
      new Option(
        '--criterion <criterion>',
        'what makes a plan good, in place of that in sosent.yaml',
      ).choices(['fair', 'happy', 'first']),
    )
    .option('--seed <text>', 'seed of the draw, in place of that in sosent.yaml')
    .option('-n, --dry-run', 'show the plan and write nothing')
    .addOption(
      new Option(
        '--publish',
        'keep the plan as what people were told; later plans move as few as they can',
      ).conflicts([...OF_A_PLAN, 'verify', 'whatIf']),
    )
    .addOption(
      new Option('--fill-only', 'seat newcomers; nobody whose published seat can be kept moves').conflicts(
        'fresh',
      ),
    )
    .addOption(
      new Option('--max-moves <number>', 'move at most so many published seats')
        .argParser(wholeNumber)
        .conflicts('fresh'),
    )
    .option('--fresh', 'plan as if nothing had been published')
    .addOption(
      new Option(
        '--time-limit <seconds>',
        'write the best plan found by then; Ctrl-C does the same',
      ).argParser(positiveNumber),
    )
    .addOption(
      new Option('--verify', 'compute the plan again and prove that it is what the rules give').conflicts([
        ...OF_A_PLAN,
        'whatIf',
        'dryRun',
      ]),
    )
    .option(
      '--what-if <change>',
      'compare plans and write nothing (repeatable): "session work-2 cancelled", "room Hall capacity 60"',
      collect,
    )
    .action((options: AssignOptions, self: Command) =>
      start(self, async () => {
        const { runAssign } = await import('../commands/assign.ts');
        return (context) => runAssign(context, options);
      }),
    );

  program
    .command('explain')
    .description('say why the plan is as it is, and the smallest change that would make it otherwise')
    .argument(
      '<what>',
      'an attendee (id, code, e-mail address or name), a session or rule (id), or a delegation (id or title)',
    )
    .option('--for-attendee', 'a text to send to the attendee, in their language, that names nobody else')
    .addOption(
      new Option('--criterion <criterion>', 'as `assign` was given it').choices(['fair', 'happy', 'first']),
    )
    .option('--seed <text>', 'as `assign` was given it')
    .action((what: string, options: ExplainOptions, self: Command) =>
      start(self, async () => {
        const { runExplain } = await import('../commands/explain.ts');
        return (context) => runExplain(context, what, options);
      }),
    );

  program
    .command('badges')
    .description('print a name badge for everybody who is registered')
    .option('--out <file.pdf>', 'where the PDF goes (default: out/badges.pdf in the event folder)')
    .option('--only <attendee...>', 'these people only, by id, code, e-mail address or name')
    .option('--design <name>', 'a template templates/badges/<name>.typ.hbs (default: as in sosent.yaml)')
    .option('--size <name>', 'a6, 90x55, a6-fold, ...; docs/badges.md lists all (default: as in sosent.yaml)')
    .option(
      '--sheet <name>',
      'a4, a3, letter, avery-l4785, ...: many badges on a page (default: as in sosent.yaml)',
    )
    .option('--start-at <place>', 'the first unused label of the first sheet, from 1', positiveWholeNumber)
    .addOption(
      new Option('--duplex <edge>', 'the edge about which sheets are turned over for backs').choices([
        'long',
        'short',
        'none',
      ]),
    )
    .option('--bleed <mm>', 'how far colour goes beyond the edge of a badge', millimetres)
    .option('--crop-marks', 'marks where badges are cut and folded')
    .option(
      '--offset <x,y>',
      'move everything by so many mm to the right and down, as --ruler tells',
      twoMillimetres,
    )
    .option('--ruler', 'print a page to measure by how much the printer is off, and no badges')
    .option(
      '--changed [since]',
      'new and altered badges only, since the last print run or a day (2026-03-10)',
    )
    .option('--sort <order>', 'name, organisation, type, or a column of the registrations (default: name)')
    .option('--group-by <what>', 'delegation, organisation, type or a column: each group behind a cover')
    .option('--blank <count...>', 'blank badges at the end: 20, or of an attendee type: teacher=5')
    .option(
      '--eject <design>',
      'copy a built-in design to templates/badges/, to be changed there; prints nothing',
    )
    .option('--strict', 'write nothing where there is anything to look at before printing')
    .option('--preview', 'write a page to look through all badges, too')
    .addOption(
      new Option('--png <attendee>', 'only a picture of the badge of this person, for a mail').conflicts([
        'out',
        'only',
        'preview',
      ]),
    )
    .option('--browser <program>', 'the Chromium, Chrome or Edge that prints HTML designs (default: found)')
    .action((options: BadgesOptions, self: Command) =>
      start(self, async () => {
        const { runBadges } = await import('../commands/badges.ts');
        return (context) => runBadges(context, options);
      }),
    );

  const emails = program.command('emails').description('write the mails that tell everybody their sessions');
  emails
    .command('preview', { isDefault: true })
    .description(
      'render every message to out/emails/, with a page to leaf through them; sends nothing; the default',
    )
    .argument('[mailing]', 'id of a mailing in sosent.yaml (default: all)')
    .option('--sample <number>', 'only so many messages, from the whole list', positiveWholeNumber)
    .option('--to <who...>', 'only to these, by id, code, e-mail address or name')
    .action((mailing: string | undefined, options: PreviewOptions, self: Command) =>
      start(self, async () => {
        const { runEmailsPreview } = await import('../commands/emails.ts');
        return (context) => runEmailsPreview(context, mailing, options);
      }),
    );
  emails
    .command('send')
    .description('send a mailing to everybody who has not got it, after you confirmed the number')
    .argument('<mailing>', 'id of a mailing in sosent.yaml')
    .option('--expect <number>', 'with --yes: send to exactly so many, or to nobody', wholeNumber)
    .option('--changed', 'send to those whose message differs from the one they got')
    .option('--resend-unknown', 'send also to those of whom nobody knows whether they got it')
    .option('--retry-failed', 'send also to those whom the server refused before')
    .option('--failed <file.csv>', 'write those who did not get it there, each with the reason')
    .action((mailing: string, options: EmailsSendOptions, self: Command) =>
      start(self, async () => {
        const { runEmailsSend } = await import('../commands/emails-send.ts');
        return (context) => runEmailsSend(context, mailing, options);
      }),
    );
  emails
    .command('test')
    .description('send one message of a mailing to yourself, and to nobody else')
    .argument('<mailing>', 'id of a mailing in sosent.yaml')
    .requiredOption('--to <address>', 'your own address')
    .option('--attendee <who>', 'whose message: id, code, e-mail address or name (default: the first)')
    .action((mailing: string, options: EmailsTestOptions, self: Command) =>
      start(self, async () => {
        const { runEmailsTest } = await import('../commands/emails-test.ts');
        return (context) => runEmailsTest(context, mailing, options);
      }),
    );
  emails
    .command('status')
    .description('say what was sent to how many, and what is left to do')
    .argument('[mailing]', 'id of a mailing (default: all)')
    .action((mailing: string | undefined, _options: object, self: Command) =>
      start(self, async () => {
        const { runEmailsStatus } = await import('../commands/emails-status.ts');
        return (context) => runEmailsStatus(context, mailing);
      }),
    );

  program
    .command('export')
    .description('write what the day needs: lists, sheets to sign, door lists, delegation packs, calendars')
    .argument(
      '[name...]',
      'summary, programme, placements, rosters, sign-in, door-list, delegations, needs, catering, rooms, speakers, waitlist, changes, attendees, calendars, report (default: all)',
    )
    .option(
      '--format <list>',
      'of csv, xlsx, json, md, html, pdf, ics, joined by commas (default: csv; of calendars, ics; of all: csv,xlsx,html,pdf,ics)',
    )
    .option('--out <folder>', 'where the files go; - is standard output (default: out/exports)')
    .option('--language <language>', 'of titles (default: the first of the event)')
    .option('--delimiter <name>', 'of CSV: comma or semicolon (default: what Excel takes in that language)')
    .option('--with-names', 'names where they are left out otherwise: who has which dietary need')
    .option(
      '--shared',
      'only files that say nothing about people; the report without names and small numbers',
    )
    .action((names: string[], options: ExportOptions, self: Command) =>
      start(self, async () => {
        const { runExport } = await import('../commands/export.ts');
        return (context) => runExport(context, names.length === 0 ? ['all'] : names, options);
      }),
    );

  return program;
}

/** Options of `assign` that say how a plan is made. */
const OF_A_PLAN = ['criterion', 'seed', 'fillOnly', 'maxMoves', 'fresh', 'timeLimit'];

function wholeNumber(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Write a whole number, 0 or more.');
}

function positiveWholeNumber(text: string): number {
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Write a whole number, 1 or more.');
}

function millimetres(text: string): number {
  const length = /^\d{1,2}(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (length <= 20) return length;
  throw new InvalidArgumentError('Write millimetres from 0 to 20, such as 3.');
}

function twoMillimetres(text: string): readonly [right: number, down: number] {
  const [right = Number.NaN, down = Number.NaN, more] = text
    .split(',')
    .map((one) => (/^[+-]?\d{1,2}(\.\d+)?$/.test(one.trim()) ? Number(one) : Number.NaN));
  if (Math.abs(right) <= 50 && Math.abs(down) <= 50 && more === undefined) return [right, down];
  throw new InvalidArgumentError('Write two numbers of millimetres, such as 1.5,-0.8.');
}

function positiveNumber(text: string): number {
  const number = /^\d{1,9}(\.\d+)?$/.test(text) ? Number(text) : 0;
  if (number > 0) return number;
  throw new InvalidArgumentError('Write a number of seconds, such as 30.');
}

/** An option that may be given several times takes one value each time: a value like `a=b` must not take the next one. */
function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** `check`, or with the command it belongs to: `emails preview`. */
function fullName(command: Command): string {
  const { parent } = command;
  return parent?.parent ? `${fullName(parent)} ${command.name()}` : command.name();
}

/** The version in package.json, which lies two folders up from this file, built or not. */
export function version(): string {
  const manifest: { version: string } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  );
  return manifest.version;
}
