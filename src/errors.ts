import type { Finding, FindingCode, FindingFacts } from './model/finding.ts';
import type { Location, Problem, Severity } from './model/problem.ts';

/** Exit statuses of the program, as docs/errors.md explains them. */
export const EXIT = {
  done: 0,
  findings: 1,
  userError: 2,
  refused: 3,
  outsideFailed: 4,
  bug: 70,
  interrupted: 130,
} as const;

export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

interface CatalogueEntry {
  readonly title: string;
  readonly severity: Severity;
  /** The exit status when this problem ends the command. */
  readonly exit: ExitStatus;
  /** What it means and what to do, for docs/errors.md. */
  readonly help: string;
}

const entry = (severity: Severity, exit: ExitStatus, title: string, help: string): CatalogueEntry => ({
  title,
  severity,
  exit,
  help,
});

/**
 * Every code sosent can print. A code is permanent: it is never reused for something else. docs/errors.md is
 * generated from here (`npm run docs`).
 */
export const CATALOGUE = {
  // 1xx usage and event folder
  SOS101: entry(
    'error',
    EXIT.userError,
    'Wrong usage',
    'The command line is not understood. `sosent <command> --help` lists what the command takes.',
  ),
  SOS102: entry(
    'error',
    EXIT.userError,
    'No event folder',
    'Neither this folder nor one above it holds a `sosent.yaml`. Change into the event folder, name it with `--event <folder>`, or make one with `sosent init`.',
  ),
  SOS103: entry(
    'error',
    EXIT.refused,
    'Another command is at work',
    'Two commands must not write to one event folder at once. Wait for the other one; the lock of a command that died is taken over by itself.',
  ),
  SOS104: entry(
    'error',
    EXIT.outsideFailed,
    'A file could not be written',
    'The disk is full, the folder is read-only, or permission is missing. The folder is as it was before the command.',
  ),
  SOS105: entry(
    'error',
    EXIT.userError,
    'A file could not be read',
    'The file does not exist, is a folder, or permission is missing.',
  ),
  SOS106: entry(
    'error',
    EXIT.refused,
    'Refused to overwrite',
    'The command would replace something that you may have edited. Nothing was changed.',
  ),
  SOS107: entry(
    'error',
    EXIT.interrupted,
    'Interrupted',
    'The command was stopped before it finished. The event folder is whole: either as it was, or with everything that the command writes. Run the command again to have it done.',
  ),
  SOS108: entry(
    'error',
    EXIT.userError,
    'A data file is damaged',
    'A file in `data/` cannot be understood: a column is missing, or a value is not one that sosent knows. Mend the cell, or restore the file from git.',
  ),
  SOS110: entry(
    'hint',
    EXIT.done,
    'A file was left as it is',
    '`sosent init` found a `.gitignore` and did not touch it. Add `out/` to it by hand, and keep `data/` out of public repositories.',
  ),
  SOS111: entry(
    'error',
    EXIT.userError,
    'No such example',
    '`sosent init --from <example>` copies one of the examples that come with sosent; the message lists them.',
  ),
  SOS170: entry(
    'error',
    EXIT.bug,
    'A fault in sosent',
    'This is our mistake, not yours. Run the command again with `--debug` and report what it prints; it holds no attendee data unless the message quotes it.',
  ),
  // 2xx import
  SOS201: entry(
    'error',
    EXIT.userError,
    'Not a table',
    'The file to import is a workbook, a picture, a PDF or another binary file. Save or export the registrations as CSV UTF-8.',
  ),
  SOS202: entry(
    'error',
    EXIT.userError,
    'Nobody in the file',
    'The file to import is empty, or holds a header row only.',
  ),
  SOS203: entry(
    'error',
    EXIT.userError,
    'Unknown theme',
    'A wish names a theme that sosent.yaml does not know. The person was imported without this wish. Mend the cell, or add the spelling to the `aliases` of a theme.',
  ),
  SOS204: entry(
    'error',
    EXIT.userError,
    'No column of names',
    'None of the columns is known to hold names. Say which one does with `--map`, or in sosent.yaml under `columns:`.',
  ),
  SOS205: entry(
    'error',
    EXIT.userError,
    'A quotation mark never closes',
    'Everything after it would be one cell. The rows before it were imported.',
  ),
  SOS206: entry(
    'error',
    EXIT.userError,
    'A row does not fit the header',
    'The row has more cells than the header, or the file breaks off in it: its cells may stand under wrong headers, so it was not imported. A row that is merely shorter is imported with a warning.',
  ),
  SOS207: entry(
    'error',
    EXIT.userError,
    'A row without a name',
    'A person cannot be seated or get a badge without a name. The row was not imported.',
  ),
  SOS208: entry(
    'error',
    EXIT.userError,
    'Not an e-mail address',
    'The row was not imported, because its person could not be reached. Mend the cell, or empty it, and import again.',
  ),
  SOS209: entry(
    'error',
    EXIT.userError,
    'Unknown attendee type',
    'sosent.yaml does not know the attendee type. The person was imported without one. Mend the cell, or add the spelling to the `aliases` of a type.',
  ),
  SOS210: entry(
    'warning',
    EXIT.userError,
    'The same person twice',
    'Two rows are one person and were imported as one: the later row wins where both say something.',
  ),
  SOS211: entry('warning', EXIT.userError, 'A theme wished twice', 'The better rank counts.'),
  SOS212: entry(
    'warning',
    EXIT.userError,
    'Two columns for one field',
    'One was used, the other kept as an extra column. `--map`, or `columns:` in sosent.yaml, decides otherwise.',
  ),
  SOS213: entry(
    'hint',
    EXIT.userError,
    'Read as a near spelling',
    'A theme or type was misspelt and is clearly one that sosent.yaml knows.',
  ),
  SOS214: entry(
    'warning',
    EXIT.userError,
    'Unknown language',
    'The event does not speak the language; its first language is used.',
  ),
  SOS215: entry(
    'warning',
    EXIT.userError,
    'Unknown status',
    'The status is neither known as registered nor as cancelled; the person counts as registered.',
  ),
  SOS216: entry(
    'error',
    EXIT.userError,
    'A column is mapped to nothing',
    '`columns:` in sosent.yaml, or `--map`, names a field that does not exist.',
  ),
  SOS217: entry(
    'warning',
    EXIT.userError,
    'Your edit was kept',
    'A value was edited in data/attendees.csv, and the source has changed it too. Yours stands; write the new value there if it is right.',
  ),
  SOS218: entry(
    'warning',
    EXIT.userError,
    'Perhaps the same person',
    'Two people share an e-mail address, an order, or name and organisation, but not enough to be sure. Both were kept.',
  ),
  SOS219: entry(
    'warning',
    EXIT.userError,
    'Characters are lost',
    'The file holds the sign for characters that could not be read, so names may have holes.',
  ),
  SOS220: entry(
    'warning',
    EXIT.userError,
    'A ticket without a person',
    'The ticket is paid for or reserved, but nobody is named on it. Nobody was imported for it; ask the buyer who comes, and import again.',
  ),
  SOS221: entry(
    'warning',
    EXIT.userError,
    'Several tickets on one name',
    'The row stands for several people and names one of them. Only that one was imported; ask who the others are.',
  ),
  SOS225: entry(
    'error',
    EXIT.userError,
    'Unknown source',
    '`--source` names a system that sosent has no reader for; the message lists those it has. `table` is any table with one person per row.',
  ),
  SOS226: entry(
    'error',
    EXIT.userError,
    'A workbook cannot be read',
    'The Excel workbook is damaged, broken off or far larger than registrations are. Open it in Excel and save it again, or save the sheet as CSV UTF-8.',
  ),
  SOS227: entry(
    'hint',
    EXIT.userError,
    'A part of a workbook was passed over',
    'Rows above the header were taken as a title, or the workbook has further sheets with tables. `--sheet <name>` chooses the sheet.',
  ),
  SOS228: entry(
    'error',
    EXIT.userError,
    'No such sheet',
    '`--sheet` names a sheet that the workbook does not have; the message lists its sheets.',
  ),
  SOS229: entry(
    'error',
    EXIT.userError,
    'Not a rank',
    'The column is a theme and its cells say how much it is wished for: 1, "First choice" and the like. The person was imported without this wish.',
  ),
  SOS230: entry(
    'hint',
    EXIT.userError,
    'Lines above the table were left out',
    'A title or a date of export stands above the header. The table was read from the header on.',
  ),
  SOS231: entry(
    'hint',
    EXIT.userError,
    'Two header rows',
    'The upper row holds group titles over several columns, the lower one the headers. A group title was put in front of a header that says nothing by itself, such as "1. choice".',
  ),
  SOS232: entry(
    'hint',
    EXIT.userError,
    'Columns without a name of their own',
    'A header is blank or stands twice. The column is kept by its place or a number, for instance "Column 5" or "Tema (2)".',
  ),
  SOS233: entry(
    'hint',
    EXIT.userError,
    'Rows wrapped in quotation marks',
    'A program took whole lines for one cell when it saved the file. They were read as the cells that they hold.',
  ),
  SOS234: entry(
    'warning',
    EXIT.userError,
    'A quotation mark in the middle of a cell',
    'In CSV, a mark inside a cell is doubled and the cell is quoted. This one is not, and was taken as text; look whether the row is cut into the right cells.',
  ),
  SOS235: entry(
    'warning',
    EXIT.userError,
    'NUL bytes were left out',
    'Something damaged the file when it was written or copied. The rest of the rows was read.',
  ),
  SOS236: entry(
    'warning',
    EXIT.userError,
    'Letters look garbled',
    'The file was read in one encoding and written in another, here or by the program that made it. `--encoding <name>` reads it in the right one, for instance `cp850` or `macintosh`; a file that was saved garbled must be exported again.',
  ),
  SOS237: entry(
    'error',
    EXIT.userError,
    'No such column',
    '`--map` names a header that none of the files has. Case, blanks and punctuation do not matter. Nothing was imported.',
  ),
  SOS238: entry(
    'hint',
    EXIT.userError,
    'Themes in a column of unknown meaning',
    'The cells are themes of the event, but the header does not say that they are wishes. The column is kept as an extra until `--map` or `columns:` says what it is.',
  ),
  SOS239: entry(
    'hint',
    EXIT.userError,
    'A column was guessed',
    'The header is only near to one that sosent knows. `--map` or `columns:` says what the column is, and the hint is gone.',
  ),
  SOS240: entry(
    'warning',
    EXIT.userError,
    'The meaning of columns was not saved',
    'The import used what you answered, but sosent.yaml could not be completed without changing something else in it. Add the lines by hand.',
  ),
  SOS241: entry(
    'hint',
    EXIT.userError,
    'Perhaps a mistyped e-mail address',
    'The domain of an address is one slip away from that of a large provider, or from one that many others in the import use. The address was kept as it is: mend it in the source, or in `data/attendees.csv`, if it is wrong.',
  ),
  SOS242: entry(
    'hint',
    EXIT.userError,
    'A cell was taken apart',
    'One cell held a name and an e-mail address, or several addresses. Mail goes to the first address; further ones are kept as extra columns.',
  ),
  SOS243: entry(
    'hint',
    EXIT.userError,
    'Not a phone number',
    'A text is not one valid phone number of the country of the event (`event.country` in sosent.yaml), nor an international one beginning with `+`. It was kept as it is.',
  ),
  SOS244: entry(
    'hint',
    EXIT.userError,
    'Times that cannot be compared',
    'Two rows are one person, and the later one counts; but their times are written so that `09/06/2016` may be June or September. The lower row was taken as the later.',
  ),
  SOS245: entry(
    'hint',
    EXIT.userError,
    'Perhaps one organisation',
    'Several spellings are probably one organisation. Nothing was altered. List the spelling that you want under `organisations:` in sosent.yaml with the others as aliases, or each of them by itself to keep them apart.',
  ),
  SOS246: entry(
    'hint',
    EXIT.userError,
    'Names with a comma',
    'All names of a file are written "Hansen, Kari", and its header does not say that the family name comes first. They were kept as they are. Map the column to `familyFirst` to have them as "Kari Hansen" on badges and in mails.',
  ),
  SOS250: entry(
    'error',
    EXIT.userError,
    'A merge that names nobody',
    '`--merge A=B` puts two attendees together; each side is a code, an id, an e-mail address or a name that only one person has.',
  ),
  SOS251: entry(
    'error',
    EXIT.refused,
    'A full list that misses many',
    'With `--complete`, whoever is missing from the file is cancelled. Where that is a large part of those who came from this source, it is asked about first: the file may be a selection.',
  ),
  SOS252: entry(
    'hint',
    EXIT.done,
    'A pin was moved to another person',
    '`--merge` put two attendees together, and a row of `data/pins.csv` named the one who is no longer there. It names the other one now; session and reason are as they were.',
  ),
  // 3xx sosent.yaml
  SOS301: entry(
    'error',
    EXIT.userError,
    'sosent.yaml is not valid YAML',
    'The file cannot be read as YAML; the message names the line and character where reading stopped.',
  ),
  SOS302: entry(
    'error',
    EXIT.userError,
    'Unknown key',
    'sosent.yaml holds a key that means nothing to sosent. It is refused, because a misspelt key would be a rule that is silently not applied.',
  ),
  SOS303: entry(
    'error',
    EXIT.userError,
    'A key is missing',
    'A key that sosent cannot do without is not there.',
  ),
  SOS304: entry(
    'error',
    EXIT.userError,
    'A value is not valid',
    'The value has the wrong type, or is none of those allowed.',
  ),
  SOS305: entry(
    'error',
    EXIT.userError,
    'Reference to nothing',
    'A session or rule names a theme, room, time slot, delegation or attendee type that is not defined.',
  ),
  SOS306: entry(
    'error',
    EXIT.userError,
    'The same id twice',
    'Ids tell things apart and must be unique in their list.',
  ),
  SOS307: entry(
    'error',
    EXIT.userError,
    'A room is used twice at a time',
    'Two sessions would meet in one room in one time slot.',
  ),
  SOS308: entry(
    'error',
    EXIT.userError,
    'A time slot ends before it begins',
    'Start must come before end; a slot does not cross midnight.',
  ),
  SOS309: entry(
    'error',
    EXIT.userError,
    'An organisation in two delegations',
    'Its people could not be counted in both. Leave it in one of them.',
  ),
  SOS310: entry(
    'error',
    EXIT.userError,
    'Keys that do not go together',
    'Two keys contradict each other: keep one, or change one of them.',
  ),
  SOS311: entry(
    'warning',
    EXIT.userError,
    'Time slots overlap',
    'Everybody is seated once in every time slot, so that two that overlap put one person in two rooms. Sessions that meet at the same time belong in one time slot.',
  ),
  SOS312: entry(
    'error',
    EXIT.userError,
    'A spelling of two organisations',
    'The name or alias of an organisation stands under another one too, so that nobody could tell which is meant.',
  ),
  SOS350: entry(
    'warning',
    EXIT.findings,
    'Fewer seats than people',
    'The rooms of a time slot hold fewer people than are registered; `assign` puts the rest on the waitlist.',
  ),
  SOS351: entry(
    'hint',
    EXIT.findings,
    'Attendees without wishes',
    'They are seated where there is room, and never in place of somebody who wished.',
  ),
  SOS352: entry(
    'warning',
    EXIT.findings,
    'Attendees without a type',
    'The registration named no attendee type, or one that sosent.yaml does not know.',
  ),
  SOS353: entry(
    'warning',
    EXIT.findings,
    'Attendees without an e-mail address',
    'They get no mail; tell them in another way, or add the address in data/attendees.csv.',
  ),
  SOS354: entry(
    'error',
    EXIT.findings,
    'One code for several attendees',
    'A code on a badge must mean one person. This happens when a row of data/attendees.csv was copied by hand.',
  ),
  SOS355: entry(
    'warning',
    EXIT.findings,
    'An empty delegation',
    'sosent.yaml names a delegation to which nobody belongs, probably because its organisation is spelt otherwise in the registrations.',
  ),
  SOS356: entry(
    'warning',
    EXIT.findings,
    'The plan is out of date',
    'Somebody registered or cancelled since `assign` last ran.',
  ),
  SOS357: entry(
    'warning',
    EXIT.done,
    'A cell that a rule does not know',
    'A rule reads a column of the registrations, and somebody wrote what the rule does not speak of. Nothing is guessed: read the cells and say in `sosent.yaml`, or in `data/pins.csv`, what they mean.',
  ),
  SOS358: entry(
    'warning',
    EXIT.done,
    'A rule reads a column that nobody has',
    'The rule does nothing. Its column is misspelt, or the registrations that have it are not imported yet.',
  ),

  // 4xx assign
  SOS401: entry(
    'error',
    EXIT.userError,
    'Nobody to assign',
    'data/attendees.csv holds nobody who is coming. Import the registrations first: `sosent import <file...>`.',
  ),
  SOS402: entry(
    'error',
    EXIT.userError,
    'A pin names no attendee',
    'The attendee of a pin is given by id, code or e-mail address, and must be one person.',
  ),
  SOS403: entry(
    'error',
    EXIT.userError,
    'A pin names no session',
    'A pin names a session by its id; an exclusion may name a theme instead; `together` and `apart` name a group.',
  ),
  SOS404: entry(
    'error',
    EXIT.userError,
    'Pins contradict each other, or a rule',
    'No plan can keep all pins: somebody is pinned to two places at a time or to one theme twice, is pinned and excluded, or more people are pinned to a session than it has seats; or the pins of people who belong together, or are kept apart, put them where a rule that is never bent does not let them sit. Nothing was changed.',
  ),
  SOS405: entry(
    'warning',
    EXIT.done,
    'A pin for somebody who has cancelled',
    'The pin is left out. Delete the row if the person stays away.',
  ),
  SOS406: entry(
    'warning',
    EXIT.findings,
    'People without a seat',
    'There are not enough seats that everybody may sit in. They are on the waitlist; a larger room, one more session or a freed seat helps.',
  ),
  SOS407: entry(
    'error',
    EXIT.userError,
    'Nothing by that name to explain',
    '`sosent explain` takes the id, code, e-mail address or exact name of an attendee who is registered, the id of a session or rule, or the id or title of a delegation.',
  ),
  SOS408: entry(
    'error',
    EXIT.userError,
    'A name of several things',
    'The word names more than one attendee, session, delegation or rule. Write the kind and id, for instance `session:work-1` or `attendee:K7QM`, as the hint lists them.',
  ),
  SOS409: entry(
    'error',
    EXIT.userError,
    'No plan to explain',
    'Nobody has a place yet. Run `sosent assign` first.',
  ),
  SOS410: entry(
    'warning',
    EXIT.findings,
    'The plan is not what the folder gives today',
    'Registrations, pins or `sosent.yaml` changed since `sosent assign`, or it ran with another `--criterion` or `--seed`. Explanations start from the plan that the folder gives today; give `sosent explain` the same options, or assign again.',
  ),
  SOS411: entry(
    'warning',
    EXIT.findings,
    'A group for which there is no room',
    'More people belong together than any session holds, or more are kept apart than there are sessions. These rules are never bent, so that people of the group have no seat.',
  ),
  SOS420: entry(
    'error',
    EXIT.userError,
    'More seats must move than --max-moves allows',
    'A room became smaller, or a pin stands against the published plan, so that more published seats cannot be kept than `--max-moves` allows. Nothing was written.',
  ),
  SOS421: entry(
    'error',
    EXIT.refused,
    'The plan cannot be published',
    'There is no plan yet, or registrations, pins or `sosent.yaml` have changed since it was made, so that it seats somebody who does not come or leaves somebody out. Run `sosent assign`, look at the plan, and publish that.',
  ),
  SOS422: entry(
    'error',
    EXIT.findings,
    'No plan within the time',
    'The time limit was over before there was any plan that keeps the hard rules. Nothing was written.',
  ),
  SOS423: entry(
    'warning',
    EXIT.done,
    'The plan is not proven to be the best',
    'The search was ended by `--time-limit` or Ctrl-C, or the event is so large that it ends by itself. The plan keeps every hard rule; how far it may be from the best stands in its last lines. A plan that was made in limited time cannot be recomputed with `--verify`.',
  ),
  SOS424: entry(
    'error',
    EXIT.findings,
    'The plan is not what the rules give',
    '`sosent assign --verify` computed the plan again, and data/placements.csv holds something else: it was edited, the folder has changed since, or it was not proven to be the best. Every row that differs is listed.',
  ),
  SOS425: entry(
    'error',
    EXIT.userError,
    'The plan cannot be verified',
    'data/plan.json, which says what the plan was made with, is missing or damaged, or the published plan that it followed is not in the folder any more. `sosent assign` makes a plan that can be verified.',
  ),
  SOS426: entry(
    'error',
    EXIT.userError,
    'A what-if that is not understood',
    'A what-if is `session <name> cancelled`, `session <name> capacity <number>` or `room <name> capacity <number>`; several are joined by commas. Names are ids, or titles in any language of the event.',
  ),
  SOS427: entry(
    'error',
    EXIT.userError,
    'Nothing is published',
    '`--fill-only` and `--max-moves` keep what people were told. Publish the plan first: `sosent assign --publish`.',
  ),
  // 5xx templates, badges, exports
  SOS501: entry(
    'error',
    EXIT.userError,
    'A template cannot be read',
    'The Handlebars template has a mistake; the message names the line.',
  ),
  SOS502: entry(
    'error',
    EXIT.userError,
    'A template fails',
    'The template names something that does not exist, or calls a helper wrongly. Nothing was written.',
  ),
  SOS503: entry(
    'error',
    EXIT.userError,
    'No such badge design or size',
    'A design is a template `badges/<design>.typ.hbs` of sosent or in `templates/` of the event folder; the message lists the sizes.',
  ),
  SOS504: entry(
    'error',
    EXIT.userError,
    'Typst refuses the template',
    'What the template of a badge or a document makes is not sound Typst. The message is in the words of Typst (https://typst.app/docs); nothing was written.',
  ),
  SOS505: entry(
    'error',
    EXIT.userError,
    'Nobody to print',
    'Nobody is registered yet, or `--only` names somebody who is not.',
  ),
  SOS506: entry(
    'warning',
    EXIT.findings,
    'A picture cannot be used',
    'A file that `badges.logo`, `badges.logos` or `badges.background` in sosent.yaml names is not in the event folder, or is no image that can be printed (SVG, PNG, JPEG, GIF, WebP). The badges are printed without it.',
  ),
  SOS507: entry(
    'warning',
    EXIT.findings,
    'A text does not fit',
    'Even at its smallest size the text is too long for its place, so it was cut; a word is never split over lines. Shorten it in `data/attendees.csv`, or make room in a template of your own.',
  ),
  SOS508: entry(
    'warning',
    EXIT.findings,
    'A name is in small print',
    'The name is so long that its letters are small. Look at the badge, and consider a shorter form that its owner likes.',
  ),
  SOS509: entry(
    'warning',
    EXIT.findings,
    'No font has a sign',
    'The sign is left out of the badge, where an empty box would stand otherwise. Install a font that has it, for instance a Noto font, or name its file under `badges.fonts`, and print again.',
  ),
  SOS510: entry(
    'warning',
    EXIT.findings,
    'Badges without a programme',
    'Nothing was assigned yet, so the badges show no sessions. Run `sosent assign` first if they should.',
  ),
  SOS511: entry(
    'warning',
    EXIT.findings,
    'A badge without its QR code',
    'There is nothing to put into the QR code, or more than one can hold.',
  ),
  SOS520: entry(
    'error',
    EXIT.userError,
    'No such sheet',
    'A sheet is a paper that is filled with badges (`a4`, `letter`), a product with labels or cards (`avery-l4785`), or one of your own in `badges.sheets` of sosent.yaml. The message lists them; docs/badges.md says which products are cut alike.',
  ),
  SOS521: entry(
    'error',
    EXIT.userError,
    'Badges do not fit on the sheet',
    'The badge, with its bleed and crop marks, is larger than the sheet, or there is too little room between two badges. Nothing was written.',
  ),
  SOS522: entry(
    'error',
    EXIT.userError,
    'Wishes about the sheet that contradict each other',
    'A sheet of labels has its own size and is cut already, and a badge that folds has its back on the same page. Leave out one of the options that the message names.',
  ),
  SOS523: entry(
    'error',
    EXIT.userError,
    'No such place on the sheet',
    '`--start-at` is the first unused place of the first sheet, counted from 1, row by row.',
  ),
  SOS524: entry(
    'error',
    EXIT.userError,
    'A sheet of labels that cannot be',
    'The labels of a sheet in `badges.sheets` would overlap or leave the paper. Measure the sheet again: `across` and `down` go from one edge of a label to the same edge of the next one.',
  ),
  SOS530: entry(
    'warning',
    EXIT.findings,
    'A badge column that is not there',
    '`badges.pronouns`, `badges.languages` or `badges.photo` in sosent.yaml names a column that the registrations do not have, so that no badge shows it.',
  ),
  SOS531: entry(
    'error',
    EXIT.userError,
    'An address without a code',
    'With `badges.qr: url`, `badges.url` is the address in the QR codes; `{code}` in it stands for the code of the attendee.',
  ),
  SOS535: entry(
    'error',
    EXIT.userError,
    'A font cannot be used',
    'A file that `badges.fonts` in sosent.yaml names is not in the event folder, or is no TrueType or OpenType font (.ttf, .otf, .ttc).',
  ),
  SOS536: entry(
    'warning',
    EXIT.findings,
    'A colour that paper swallows',
    'A colour of sosent.yaml is so light that lines, or the band of an attendee type, are hard to tell from white paper. Texts on a colour are black or white, whichever is read better.',
  ),
  SOS537: entry(
    'warning',
    EXIT.findings,
    'Two badges with one code',
    'A code stands for one person at the door and in the QR code. Empty the code of one of them in `data/attendees.csv`; the next import gives a new one.',
  ),
  SOS538: entry(
    'warning',
    EXIT.findings,
    'A badge without attendee type',
    'The band of the badge has a neutral colour and a neutral word. Fill in the column `type` of `data/attendees.csv`.',
  ),
  SOS539: entry(
    'warning',
    EXIT.findings,
    'A picture with too few pixels',
    'In the size in which it is printed, the picture has fewer than 200 dots per inch, so that edges of letters look rough. Take a larger picture or a drawing (SVG).',
  ),
  SOS545: entry(
    'error',
    EXIT.userError,
    'Badges cannot be ordered or grouped so',
    '`--sort` and `--group-by` take a few words, or the header of a column of the registrations; the message lists them.',
  ),
  SOS546: entry(
    'error',
    EXIT.userError,
    'Not a day and not a time',
    "What follows `--changed` is a day or a minute of the event's own time: badges that were printed until then are left out unless they changed.",
  ),
  SOS547: entry(
    'error',
    EXIT.userError,
    'Not a number of blank badges',
    '`--blank` takes a number, or an attendee type of sosent.yaml and a number: `--blank 20`, `--blank teacher=5`.',
  ),
  SOS548: entry(
    'error',
    EXIT.refused,
    'Templates are there already',
    '`--eject` replaces no template in the event folder. Move yours away, or go on with it.',
  ),
  SOS550: entry(
    'error',
    EXIT.userError,
    'No plan yet',
    'The command tells who sits where, and `assign` has not run yet.',
  ),
  SOS551: entry(
    'error',
    EXIT.userError,
    'Unknown export or format',
    'There is no export or no format of that name. `sosent export --help` lists them.',
  ),
  SOS552: entry(
    'error',
    EXIT.refused,
    'Nothing to share',
    '`--shared` writes only files that say nothing about people, and the export that was asked for is about people. Nothing was written.',
  ),
  SOS553: entry(
    'error',
    EXIT.userError,
    'No published plan to compare with',
    'Changes are what is different from the plan that people were told. `sosent assign --publish` keeps that one.',
  ),
  SOS554: entry(
    'warning',
    EXIT.findings,
    'The column of the speakers is not there',
    '`exports.speakers` of sosent.yaml names a column that no registration has. Speakers are found by roles and pins only.',
  ),
  SOS555: entry(
    'warning',
    EXIT.findings,
    'No browser to print with',
    'An HTML design is printed by Chromium, Chrome or Edge, and none was found. Open the HTML file in any browser and print it from there: no margins, backgrounds on, 100 %. Or install one of them, or name its program with `--browser` or `SOSENT_BROWSER`.',
  ),
  SOS556: entry(
    'error',
    EXIT.userError,
    'The browser does not print',
    'The program that `--browser` or `SOSENT_BROWSER` names does not start, or is no browser of the Chromium family. Nothing was written.',
  ),
  SOS557: entry(
    'error',
    EXIT.userError,
    'Not with an HTML design',
    'An HTML design is printed one badge to a page. Sheets, backs, folding, bleed, covers and blank badges work with designs in Typst.',
  ),
  SOS558: entry(
    'error',
    EXIT.userError,
    'An HTML design makes other pages than badges',
    'Every badge is one page. The style sheet of the design changes the page or the box around the card; it is for what stands on the card.',
  ),
  SOS559: entry(
    'error',
    EXIT.userError,
    'No browser to draw with',
    'A picture of a badge with an HTML design is taken by Chromium, Chrome or Edge, and none was found. Designs in Typst need no browser.',
  ),
  SOS580: entry(
    'error',
    EXIT.userError,
    'The report cannot be had that way',
    '`sosent export report` makes one page, as HTML. `--shared` makes it without names and small numbers; nothing else can be shared that way, so it goes with no other export.',
  ),
  SOS581: entry(
    'error',
    EXIT.userError,
    'Too few people for a shared report',
    'A shared report tells no number under five, and fewer than five people are coming. There is nothing that could be told.',
  ),
  // 6xx mail
  SOS601: entry(
    'error',
    EXIT.userError,
    'Unknown mailing',
    'The mailing is not among `emails.mailings` of sosent.yaml, or there are none.',
  ),
  SOS602: entry(
    'error',
    EXIT.userError,
    'No usable sender',
    'Mail needs one sender with one address: `emails.from` in sosent.yaml, or else `event.contact.email`; `emails.replyTo` too must be an address.',
  ),
  SOS603: entry(
    'error',
    EXIT.userError,
    'A mail template is missing',
    'A mailing needs a text and an HTML template, at least in the first language of the event: `templates/emails/<template>.<language>.<txt|html>.hbs`.',
  ),
  SOS604: entry(
    'error',
    EXIT.userError,
    'A mailing has no subject',
    'Nobody opens a mail without one. Give the mailing a `subject` in sosent.yaml.',
  ),
  SOS611: entry(
    'warning',
    EXIT.findings,
    'Attendees get no mail',
    'They have no e-mail address, or one that no server would take. Everybody else is served.',
  ),
  SOS612: entry(
    'warning',
    EXIT.findings,
    'Messages that want a look',
    'A name is missing, a subject is too long to be shown whole, or somebody has no place in any time slot. The index page of the mailing shows which.',
  ),
  SOS613: entry(
    'error',
    EXIT.userError,
    'No mail server',
    'sosent.yaml names no mail server. Give it one under `emails.smtp`; `docs/sending.md` says how.',
  ),
  SOS614: entry(
    'error',
    EXIT.userError,
    'The password would travel unencrypted',
    '`emails.smtp.security` is `none` and the server asks for a login, so that anybody on the way could read the password. Only a server on the same machine is spoken to like that.',
  ),
  SOS615: entry(
    'error',
    EXIT.refused,
    'Sending was not confirmed',
    'Mail is sent only after somebody typed the number of recipients, or a script said it with `--yes --expect <number>`. Nothing was sent.',
  ),
  SOS616: entry(
    'error',
    EXIT.refused,
    'Another number of recipients than expected',
    'Somebody registered or cancelled since the number was looked up, or has the mail already. Look at the list again; nothing was sent.',
  ),
  SOS617: entry(
    'error',
    EXIT.userError,
    'The password or key for sending is missing',
    'A server that wants a login needs a password from the environment variable `SOSENT_SMTP_PASSWORD` or from `emails.smtp.passwordCommand`, and DKIM needs its key file.',
  ),
  SOS618: entry(
    'error',
    EXIT.outsideFailed,
    'The mail server cannot be reached',
    'Nobody answers at that host and port, or the network is down. What was sent is in the journal; run the command again when the server answers.',
  ),
  SOS619: entry(
    'error',
    EXIT.outsideFailed,
    'No encrypted connection to the mail server',
    'The server offers no encryption, or its certificate is not to be trusted, so that nothing was handed over. `docs/sending.md` says what to check.',
  ),
  SOS620: entry(
    'error',
    EXIT.outsideFailed,
    'The mail server does not accept the login',
    'User name or password is wrong, or the account may not send with it. Sending stopped after one attempt, so that the account is not locked.',
  ),
  SOS621: entry(
    'error',
    EXIT.outsideFailed,
    'The mail server ended the session',
    'It answered 421: it is about to stop, or has had enough for now. Wait, perhaps set `emails.smtp.rate` to its limit, and run the command again; it goes on where it stopped.',
  ),
  SOS622: entry(
    'error',
    EXIT.outsideFailed,
    'The mail server takes nothing from this sender',
    'It refused the address of the sender, which has nothing to do with the recipients. Use an address that the account may send from.',
  ),
  SOS623: entry(
    'error',
    EXIT.outsideFailed,
    'The connection to the mail server was lost again and again',
    'Messages that were handed over without an answer are `unknown`. Find out from the server whether they arrived before they are sent again with `--resend-unknown`.',
  ),
  SOS624: entry(
    'error',
    EXIT.outsideFailed,
    'The mail server refuses everybody',
    'The first ten were refused and nobody was sent anything, so it is hardly about their addresses. Mend what the server names, then run the command with `--retry-failed`.',
  ),
  SOS625: entry(
    'warning',
    EXIT.findings,
    'Messages were refused',
    'The server refused them for good, mostly because an address does not exist. Correct the address and run the command with `--retry-failed`.',
  ),
  SOS626: entry(
    'warning',
    EXIT.findings,
    'Messages were put off',
    'The server asked to try later, and did so to the end. Run the command again after a while; only these are sent.',
  ),
  SOS627: entry(
    'warning',
    EXIT.findings,
    'Nobody knows whether messages arrived',
    'They were handed over, or being handed over, when the connection or the program ended. sosent does not send them twice by itself: look them up at the server, or send them again with `--resend-unknown`.',
  ),
  SOS628: entry(
    'error',
    EXIT.outsideFailed,
    'The journal could not be written',
    'Without its journal, sosent does not send. Free space on the disk and run the command again; messages under way at that moment are `unknown`.',
  ),
  SOS629: entry(
    'warning',
    EXIT.findings,
    'Mail travels unencrypted',
    '`emails.smtp.security` is `none` and the server is another machine.',
  ),
  SOS630: entry(
    'error',
    EXIT.userError,
    'An audience that cannot be found',
    'A mailing asks for people by a column that no registration has, or by what changed since the published plan where none was published. Mend it in `sosent.yaml`, or publish the plan first: `sosent assign --publish`.',
  ),
  SOS631: entry(
    'error',
    EXIT.userError,
    'A file cannot be attached',
    'It is not there, cannot be read, lies outside the event folder or in `data/`, or makes a message larger than servers take. Nothing was written. Files that only some people have are marked with `optional: true`.',
  ),
  SOS632: entry(
    'error',
    EXIT.userError,
    'Not a recipient of the mailing',
    'Somebody was named with `--to` who is not among those who get the mailing, by its audience or for want of an address.',
  ),
  SOS633: entry(
    'warning',
    EXIT.findings,
    'A mailing to nobody',
    'Nobody fits the audience of the mailing. Look at `audience` and `except` in `sosent.yaml`.',
  ),
  SOS640: entry(
    'error',
    EXIT.userError,
    'An export that is not made in this format',
    'Lists and figures can be had as CSV and JSON, calendars as ICS. `sosent export all --format ics` writes what there is as ICS.',
  ),
  SOS641: entry(
    'error',
    EXIT.userError,
    'What a calendar was told cannot be understood',
    'The journal keeps with each mail what the calendar of its attendee was told, so that a change can follow. Somebody edited it. Without it, programs would take news for old news; so nothing is sent or written. Restore `data/mail-journal.jsonl` from a backup.',
  ),
  SOS642: entry(
    'warning',
    EXIT.findings,
    'Some people have an older version of a mailing',
    'What they were sent reads otherwise today, because a plan, a template or a file has changed. The usual run sends nothing twice; `--changed` sends the new version to exactly these people.',
  ),
} as const satisfies Record<string, CatalogueEntry>;

export type ProblemCode = keyof typeof CATALOGUE;

export interface ProblemDetails {
  readonly hint?: string | undefined;
  readonly location?: Location | undefined;
  /** In place of the catalogue's severity. */
  readonly severity?: Severity;
}

/** A problem of the catalogue, in the words of this one case. */
export function problem(code: ProblemCode, message: string, details: ProblemDetails = {}): Problem {
  return {
    code,
    severity: details.severity ?? CATALOGUE[code].severity,
    message,
    ...(details.hint === undefined ? {} : { hint: details.hint }),
    ...(details.location === undefined ? {} : { location: details.location }),
  };
}

/** The same for what a report can hold, where it is said in other words and languages: with what it is about. */
export function finding<Code extends FindingCode>(
  code: Code,
  message: string,
  { facts, ...details }: ProblemDetails & { readonly facts: FindingFacts[Code] },
): Finding {
  // TypeScript does not see that a code and its facts are a pair of the union.
  return { ...problem(code, message, details), facts } as Finding;
}

/** Ends a command: the expected failures, each with its problems. Everything else that is thrown is our bug. */
export class SosentError extends Error {
  readonly problems: readonly Problem[];
  readonly exit: ExitStatus;

  /** The exit status is that of the first error among the problems. */
  constructor(problems: readonly Problem[]) {
    super(problems.map((one) => `${one.code} ${one.message}`).join('\n'));
    this.name = 'SosentError';
    this.problems = problems;
    const first = problems.find((one) => one.severity === 'error');
    this.exit = first === undefined ? EXIT.userError : exitOf(first);
  }
}

/** Shorthand for an error that ends the command with one problem. */
export function failure(code: ProblemCode, message: string, details: ProblemDetails = {}): SosentError {
  return new SosentError([problem(code, message, details)]);
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((one) => one.severity === 'error');
}

function exitOf(one: Problem): ExitStatus {
  const known: Record<string, CatalogueEntry> = CATALOGUE;
  return known[one.code]?.exit ?? EXIT.userError;
}
