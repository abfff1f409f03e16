import type { z } from 'zod';
import { problem } from '../../errors.ts';
import type { Problem } from '../../model/problem.ts';
import type { ConfigPath, Locate } from './parse-event.ts';
import { fileSchema } from './schema.ts';
import { suggest } from './suggest.ts';

type Issue = z.core.$ZodIssue;

/** zod's issues about sosent.yaml in the organiser's words; `data` is the file's content as plain values. */
export function findShapeProblems(issues: readonly Issue[], data: unknown, locate: Locate): Problem[] {
  return issues.flatMap((issue) => shapeProblems(issue, data, locate));
}

function shapeProblems(issue: Issue, data: unknown, locate: Locate): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      problem('SOS302', `Unknown key "${key}"${within(issue.path)}.`, {
        location: locate([...issue.path, key], 'key'),
        hint: suggest(key, keysAt(fileSchema, issue.path)),
      }),
    );
  }
  const value = valueAt(data, issue.path);
  if (value === undefined || value === null) {
    const state = value === null ? 'is empty' : 'is missing';
    const location = locate(issue.path, value === null ? 'key' : 'value');
    return [problem('SOS303', `${nameOf(issue.path)} ${state}.`, { location, hint: SEE_EXAMPLES })];
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const nearest = nearestOfUnion(issue.errors);
    if (isDeep(nearest)) {
      return nearest.flatMap((one) =>
        shapeProblems({ ...one, path: [...issue.path, ...one.path] }, data, locate),
      );
    }
  }
  const place = issue.code === 'invalid_key' ? 'key' : 'value';
  return [
    problem('SOS304', `${nameOf(issue.path)} ${reason(issue)}.`, {
      location: locate(issue.path, place),
      hint: hintFor(issue, value),
    }),
  ];
}

const SEE_EXAMPLES = 'docs/sosent-yaml.md describes every key; `sosent init` writes a commented example.';

function hintFor(issue: Issue, value: unknown): string {
  if (issue.code === 'invalid_value' && issue.values.length > 1 && typeof value === 'string') {
    return suggest(value, issue.values.map(String)) ?? SEE_EXAMPLES;
  }
  const wantsText = /\ba text\b/.test(reason(issue));
  if (wantsText && (typeof value === 'number' || typeof value === 'boolean')) {
    return `Put it in quotes: "${value}".`;
  }
  return SEE_EXAMPLES;
}

/** `"title" in themes #2`: entries of a list are counted from 1, as people do. */
function nameOf(path: ConfigPath): string {
  const last = path.at(-1);
  const parents = path.slice(0, -1);
  if (typeof last === 'number') return `Entry ${last + 1} of ${pathText(parents)}`;
  return `"${String(last)}"${within(parents)}`;
}

function within(path: ConfigPath): string {
  return path.length === 0 ? '' : ` in ${pathText(path)}`;
}

function pathText(path: ConfigPath): string {
  return path
    .map((step, index) =>
      typeof step === 'number' ? ` #${step + 1}` : `${index === 0 ? '' : '.'}${String(step)}`,
    )
    .join('');
}

function valueAt(data: unknown, path: ConfigPath): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? Reflect.get(value, step)
        : undefined,
    data,
  );
}

/** The alternative of a union that came closest: the one with the deepest fault. */
function nearestOfUnion(errors: readonly (readonly Issue[])[]): readonly Issue[] {
  const depth = (issues: readonly Issue[]): number =>
    Math.max(...issues.map((one) => one.path.length + (one.code === 'unrecognized_keys' ? 1 : 0)));
  return errors.reduce((best, one) => (depth(one) > depth(best) ? one : best));
}

function isDeep(issues: readonly Issue[]): boolean {
  return issues.some((one) => one.path.length > 0 || one.code === 'unrecognized_keys');
}

function reason(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_union':
      if (issue.message.startsWith('must')) return issue.message;
      return [...new Set(issue.errors.flatMap((one) => one.map(reason)))].join(', or ');
    case 'invalid_value':
      if (issue.message.startsWith('must')) return issue.message;
      return `must be ${issue.values.length === 1 ? '' : 'one of '}${issue.values.map(String).join(', ')}`;
    case 'invalid_type':
      return issue.message.startsWith('must')
        ? issue.message
        : `must be ${TYPE_NAMES[issue.expected] ?? issue.expected}`;
    case 'too_small':
      if (issue.origin === 'array') return 'must hold at least one entry';
      if (issue.origin === 'string') return 'must not be an empty text';
      return `must be ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`;
    case 'too_big':
      return `must be at most ${issue.maximum}`;
    case 'invalid_key':
      return 'is no language code such as nb or en';
    default:
      return issue.message.startsWith('must') ? issue.message : `is not valid: ${issue.message}`;
  }
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

interface SchemaNode {
  readonly shape?: Readonly<Record<string, SchemaNode>>;
  readonly element?: SchemaNode;
  readonly options?: readonly SchemaNode[];
  readonly _zod: { readonly def: { readonly innerType?: SchemaNode; readonly in?: SchemaNode } };
}

/** The keys that the schema knows at a place of the file. */
function keysAt(schema: unknown, path: ConfigPath): string[] {
  const nodes = unwrap(schema as SchemaNode); // zod's public types hide what a schema was made of
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
