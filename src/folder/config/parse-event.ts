import { closest, distance } from 'fastest-levenshtein';
import { type Document, isMap, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { problem } from '../../errors.ts';
import type { Event } from '../../model/event.ts';
import type { Location, Problem, Read } from '../../model/problem.ts';
import { findConfigProblems } from './find-config-problems.ts';
import { fileSchema } from './schema.ts';
import { toEvent } from './to-event.ts';

/** A path into sosent.yaml, such as `['sessions', 2, 'theme']`. */
export type ConfigPath = readonly PropertyKey[];

/** Where a path stands in the file; the key itself where `at` is `key`. */
export type Locate = (path: ConfigPath, at?: 'key' | 'value') => Location;

/**
 * sosent.yaml to an event. The value is undefined where a problem is an error; all problems are found in one pass,
 * each with line and column.
 */
export function parseEvent(text: string, file: string): Read<Event | undefined> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  if (document.errors.length > 0) {
    return { value: undefined, problems: document.errors.map((error) => syntaxProblem(error, lines, file)) };
  }
  const locate = locator(document, lines, file);
  const parsed = fileSchema.safeParse(document.toJS());
  if (!parsed.success) {
    return {
      value: undefined,
      problems: parsed.error.issues.flatMap((issue) => shapeProblems(issue, locate)),
    };
  }
  const problems = findConfigProblems(parsed.data, locate);
  const broken = problems.some((one) => one.severity === 'error');
  return { value: broken ? undefined : toEvent(parsed.data), problems };
}

function syntaxProblem(
  error: { message: string; pos: [number, number] },
  lines: LineCounter,
  file: string,
): Problem {
  const { line, col } = lines.linePos(error.pos[0]);
  return problem('SOS301', `This is not valid YAML: ${error.message.replace(/\.?$/, '.')}`, {
    location: { file, line, column: col },
    hint: 'Check the indentation, and put texts that hold ": " or begin with "@", "%" or "*" in quotes.',
  });
}

function locator(document: Document, lines: LineCounter, file: string): Locate {
  return (path, at = 'value') => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node =
        at === 'key' ? keyNode(document, path.slice(0, length)) : document.getIn(path.slice(0, length), true);
      const range = (node as { range?: [number, number, number] } | undefined)?.range;
      if (range) {
        const { line, col } = lines.linePos(range[0]);
        return { file, line, column: col };
      }
    }
    return { file };
  };
}

function keyNode(document: Document, path: ConfigPath): unknown {
  const parent = document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  return parent.items.find((item) => String(item.key) === String(path.at(-1)))?.key;
}

/** zod's issues in the organiser's words. */
function shapeProblems(issue: z.core.$ZodIssue, locate: Locate): Problem[] {
  const place = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      problem('SOS302', `Unknown key "${key}"${place === '' ? '' : ` in ${place}`}.`, {
        location: locate([...issue.path, key], 'key'),
        hint: suggestKey(key, issue.path),
      }),
    );
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const nearest = nearestOfUnion(issue.errors);
    if (nearest.some((one) => one.path.length > 0 || one.code === 'unrecognized_keys')) {
      return nearest.flatMap((one) => shapeProblems({ ...one, path: [...issue.path, ...one.path] }, locate));
    }
  }
  if (
    issue.code === 'invalid_type' &&
    issue.input === undefined &&
    /received undefined/.test(issue.message)
  ) {
    return [problem('SOS303', `"${place}" is missing.`, { location: locate(issue.path), hint: EXAMPLES })];
  }
  return [
    problem('SOS304', `"${place}" ${reason(issue)}.`, { location: locate(issue.path), hint: EXAMPLES }),
  ];
}

const EXAMPLES = 'docs/sosent-yaml.md describes every key; `sosent init` writes a commented example.';

/** The alternative of a union that came closest: the one with the deepest fault. */
function nearestOfUnion(errors: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] {
  const depth = (issues: readonly z.core.$ZodIssue[]): number =>
    Math.max(...issues.map((one) => one.path.length + (one.code === 'unrecognized_keys' ? 1 : 0)));
  return errors.reduce((best, one) => (depth(one) > depth(best) ? one : best));
}

function reason(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_union') {
    const reasons = issue.errors.flatMap((one) => one.map(reason));
    return [...new Set(reasons)].join(', or ');
  }
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'invalid_type') return `must be ${TYPE_NAMES[issue.expected] ?? issue.expected}`;
  if (issue.code === 'too_small') return `is too small or too short: at least ${issue.minimum}`;
  if (issue.code === 'too_big') return `is too large: at most ${issue.maximum}`;
  return issue.message.startsWith('must') ? issue.message : `is not valid: ${issue.message}`;
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
};

/** The key that was probably meant, taken from the schema at that place. */
function suggestKey(key: string, path: ConfigPath): string | undefined {
  const keys = keysAt(fileSchema, path);
  if (keys.length === 0) return undefined;
  const nearest = closest(key, keys);
  return distance(key.toLowerCase(), nearest.toLowerCase()) <= Math.max(2, key.length / 3)
    ? `Did you mean "${nearest}"?`
    : `Known here: ${keys.join(', ')}.`;
}

interface SchemaNode {
  readonly shape?: Readonly<Record<string, SchemaNode>>;
  readonly element?: SchemaNode;
  readonly options?: readonly SchemaNode[];
  readonly _zod: { readonly def: { readonly innerType?: SchemaNode; readonly in?: SchemaNode } };
}

function keysAt(schema: unknown, path: ConfigPath): string[] {
  const nodes = unwrap(schema as SchemaNode);
  const [step, ...rest] = path;
  if (step === undefined) return nodes.flatMap((node) => Object.keys(node.shape ?? {}));
  return nodes.flatMap((node) => {
    const next = typeof step === 'number' ? node.element : node.shape?.[String(step)];
    return next === undefined ? [] : keysAt(next, rest);
  });
}

/** Looks through defaults, optionals, transforms and unions. */
function unwrap(node: SchemaNode): SchemaNode[] {
  const inner = node._zod.def.innerType ?? node._zod.def.in;
  if (inner !== undefined) return unwrap(inner);
  return node.options === undefined ? [node] : node.options.flatMap(unwrap);
}
