import { type Alias, type Document, isMap, LineCounter, parseDocument, visit } from 'yaml';
import { finding, problem } from '../../errors.ts';
import type { Event } from '../../model/event.ts';
import type { Finding } from '../../model/finding.ts';
import type { Location, Problem } from '../../model/problem.ts';
import { findConfigProblems, findOverlaps } from './find-config-problems.ts';
import { fileSchema } from './schema.ts';
import { findShapeProblems } from './shape-problems.ts';
import { toEvent } from './to-event.ts';

/** A path into sosent.yaml, such as `['sessions', 2, 'theme']`. */
export type ConfigPath = readonly PropertyKey[];

/** Where a path stands in the file, or the nearest part of it that is there; the key itself where `at` is `key`. */
export type Locate = (path: ConfigPath, at?: 'key' | 'value') => Location;

/** The version of the file format that this sosent reads. */
const FORMAT = 1;
/** One slip of the indentation makes every line after it wrong; the first faults are the ones to mend. */
const MOST_SYNTAX_ERRORS = 3;

/** An event with what may be meant otherwise, or everything that makes it none. */
export type ParsedEvent =
  | { readonly value: Event; readonly problems: readonly Finding[] }
  | { readonly value: undefined; readonly problems: readonly Problem[] };

/**
 * sosent.yaml to an event. The value is undefined where a problem is an error; all problems are found in one pass,
 * each with line and column.
 */
export function parseEvent(text: string, file: string): ParsedEvent {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const at = (offset: number): Location => positionOf(lines, file, offset);
  const broken = (problems: readonly Problem[]): ParsedEvent => ({
    value: undefined,
    problems: byPlace(problems),
  });
  if (document.errors.length > 0) {
    return broken(firstFaults(document.errors).map((error) => syntaxProblem(error, at)));
  }
  const aliases = findUnknownAliases(document, at);
  if (aliases.length > 0) return broken(aliases);
  const expanded = expand(document);
  if (expanded === undefined) {
    const location = { file, line: 1 };
    return broken([problem('SOS301', 'Aliases of aliases would make this file endless.', { location })]);
  }
  const { data } = expanded;

  const locate = locator(document, file, at);
  const warnings = document.warnings.map((warning) => syntaxWarning(warning, at));
  const whole = findWholeProblems(data, locate);
  if (whole.length > 0) return broken(whole);
  const parsed = fileSchema.safeParse(data);
  if (!parsed.success) return broken([...warnings, ...findShapeProblems(parsed.error.issues, data, locate)]);
  warnings.push(...findOverlaps(parsed.data, locate));
  const errors = findConfigProblems(parsed.data, locate);
  if (errors.length > 0) return broken([...warnings, ...errors]);
  return { value: toEvent(parsed.data), problems: byPlace(warnings) };
}

/** Where something stands in a sosent.yaml that `parseEvent` found sound, for what only a command can judge. */
export function locateInEvent(text: string, file: string, path: ConfigPath): Location {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  return locator(document, file, (offset) => positionOf(lines, file, offset))(path);
}

function positionOf(lines: LineCounter, file: string, offset: number): Location {
  const { line, col } = lines.linePos(offset);
  return { file, line, column: col };
}

function byPlace<One extends Problem>(problems: readonly One[]): readonly One[] {
  const column = (one: One): number => Number(one.location?.column ?? 0);
  return [...problems].sort(
    (a, b) => (a.location?.line ?? 0) - (b.location?.line ?? 0) || column(a) - column(b),
  );
}

/** One fault of each line: the others follow from it. */
function firstFaults(faults: readonly SyntaxFault[]): readonly SyntaxFault[] {
  return faults.slice(0, 1).concat(faults.slice(1).filter((one) => one.code === 'DUPLICATE_KEY'));
}

interface SyntaxFault {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

type At = (offset: number) => Location;

function syntaxProblem(fault: SyntaxFault, at: At): Problem {
  const [message, hint] = wordsOf(fault);
  return problem('SOS301', message, { location: at(fault.pos[0]), hint });
}

function syntaxWarning(fault: SyntaxFault, at: At): Finding {
  const [message, hint] = wordsOf(fault);
  const facts = { isTag: fault.code === 'TAG_RESOLVE_FAILED' };
  return finding('SOS301', message, { severity: 'warning', location: at(fault.pos[0]), hint, facts });
}

function wordsOf({ code, message }: SyntaxFault): readonly [message: string, hint: string] {
  return SYNTAX[code] ?? [`This is not valid YAML: ${message.replace(/\.?$/, '.')}`, COMPARE];
}

const COMPARE = 'Compare it with the lines around it.';
const QUOTE = 'Put texts that hold ": " or begin with "@", "%", "*", "[" or "{" in quotes.';

/** The faults that people make, by the codes of https://eemeli.org/yaml/#errors. */
const SYNTAX: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  TAB_AS_INDENT: ['A line is indented with a tab.', 'YAML takes blanks only: two for each level.'],
  DUPLICATE_KEY: ['This key stands twice in the same group.', 'Keep one of the two.'],
  BLOCK_AS_IMPLICIT_KEY: ['This line is indented wrongly, or holds a text with ": " in it.', QUOTE],
  BAD_SCALAR_START: ['A text must not begin with this character.', QUOTE],
  BAD_INDENT: ['This line is indented wrongly, or a "[" or "{" before it is not closed.', COMPARE],
  MULTILINE_IMPLICIT_KEY: ['The ":" after a key is missing, or this line is indented wrongly.', COMPARE],
  MISSING_CHAR: ['Something is not closed, or ":" is missing.', 'Close every quote, "[" and "{".'],
  MULTIPLE_DOCS: ['A line "---" begins a second document.', 'Keep one event in one file; remove the line.'],
  TAG_RESOLVE_FAILED: ['A "!" at the beginning marks a YAML tag; sosent knows none.', QUOTE],
};

/** A text that begins with `*` is an alias to YAML. */
function findUnknownAliases(document: Document, at: (offset: number) => Location): Problem[] {
  const found: Problem[] = [];
  visit(document, {
    Alias(_key, alias: Alias) {
      if (alias.resolve(document) !== undefined) return;
      const message = `"*${alias.source}" is a YAML alias, and there is no anchor "&${alias.source}" before it.`;
      const hint = `If it is a text, put it in quotes: "*${alias.source}".`;
      found.push(problem('SOS301', message, { location: at(alias.range?.[0] ?? 0), hint }));
    },
  });
  return found.slice(0, MOST_SYNTAX_ERRORS);
}

/** The file as plain values; undefined where aliases of aliases would blow it up (yaml counts them). */
function expand(document: Document): { readonly data: unknown } | undefined {
  try {
    return { data: document.toJS() };
  } catch (error) {
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}

/** What makes every other finding pointless: no keys at all, or a format of the future. */
function findWholeProblems(data: unknown, locate: Locate): Problem[] {
  const hint = 'docs/sosent-yaml.md describes every key; `sosent init` writes a commented example.';
  if (data === null || data === undefined) {
    return [problem('SOS303', 'sosent.yaml is empty.', { location: locate([]), hint })];
  }
  if (typeof data !== 'object' || Array.isArray(data)) {
    const what = Array.isArray(data) ? 'a list' : 'a single text';
    const message = `sosent.yaml must hold keys such as "event:" and "themes:"; this is ${what}.`;
    return [problem('SOS304', message, { location: locate([]), hint })];
  }
  const format: unknown = Reflect.get(data, 'sosent');
  if (typeof format !== 'number' || format <= FORMAT) return [];
  const message = `This file is written for a newer sosent: its format is ${format}, and this sosent reads ${FORMAT}.`;
  return [
    problem('SOS304', message, {
      location: locate(['sosent']),
      hint: 'Update: npm install -g sosent@latest.',
    }),
  ];
}

function locator(document: Document, file: string, at: (offset: number) => Location): Locate {
  return (path, place = 'value') => {
    for (let length = path.length; length >= 0; length -= 1) {
      const part = path.slice(0, length);
      const node = place === 'key' ? keyNode(document, part) : document.getIn(part, true);
      const range = (node as { range?: [number, number, number] } | undefined)?.range;
      if (range) return at(range[0]);
    }
    return { file, line: 1 };
  };
}

function keyNode(document: Document, path: ConfigPath): unknown {
  const parent = document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  return parent.items.find((item) => String(item.key) === String(path.at(-1)))?.key;
}
