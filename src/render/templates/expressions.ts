import { failure } from '../../errors.ts';
import type { Location } from '../../model/problem.ts';
import { TEMPLATE_HELPERS } from './template-helpers.ts';

/** A name as it stands in a template, and where. */
export interface Place {
  readonly name: string;
  readonly location: Location;
}

/** What a part of a template is rendered with. Every scope has all keys, in this order: such objects are quick to read. */
export interface Scope {
  readonly context: unknown;
  /** Named values of the include that this part stands in: `{{> name title="..."}}`. They go before the context's. */
  readonly given: Values | undefined;
  /** Values by the names of `as |name|`. */
  readonly locals: Values | undefined;
  /** The scope that `../` leads to. */
  readonly parent: Scope | undefined;
  readonly frame: Frame;
  /** What stands in `{{#> name}} ... {{/name}}`, for `{{> @partial-block}}`. */
  readonly block: Block | undefined;
}

export type Values = Readonly<Record<string, unknown>>;

/** Writes the content of an include in the context, and with the named values, of the place that asks for it. */
export type Block = (context: unknown, given: Values | undefined, frame: Frame) => string;

/** The values that begin with `@`. */
export interface Frame {
  readonly values: Values;
  /** What `@../` leads to. */
  readonly parent: Frame | undefined;
}

/** The context as one value, with what the include gives it. */
export function wholeContext({ context, given }: Pick<Scope, 'context' | 'given'>): unknown {
  return given === undefined ? context : { ...(context as object), ...given };
}

/** What all parts of one compiled template share. */
export interface Rendering {
  /** Path of the file that is being compiled. */
  readonly path: string;
  /** The value that was looked at last, for a failure that does not know where it is; of all files of a template. */
  readonly last: { place: Place | undefined };
}

export type Expression = (scope: Scope) => unknown;

/** Names in a template, and calls whose values are used: `(equal a b)`. Throws SOS502 for what has no value. */
export function compileExpression(node: hbs.AST.Expression, rendering: Rendering): Expression {
  if (node.type === 'SubExpression') return compileCall(node as hbs.AST.SubExpression, rendering);
  if (node.type === 'PathExpression') return compileKnown(node as hbs.AST.PathExpression, rendering);
  return literal(node);
}

/** A name that must have a value. */
export function compileKnown(path: hbs.AST.PathExpression, rendering: Rendering): Expression {
  const look = compilePath(path);
  const place = placeOf(path, path.original, rendering);
  const { last } = rendering;
  return (scope) => {
    last.place = place;
    const value = look(scope);
    if (value === undefined) throw unknownName(place);
    return value;
  };
}

export function unknownName({ name, location }: Place): Error {
  return failure('SOS502', `The template uses "${name}", which does not exist.`, {
    location,
    hint: NAMES_HINT,
  });
}

export const NAMES_HINT = 'docs/templates.md lists every name that a template can use.';

type Call = Pick<hbs.AST.SubExpression, 'path' | 'params' | 'hash'>;

/** A helper with its values; `checkNames` has seen that it exists and takes as many. */
export function compileCall({ path, params, hash }: Call, rendering: Rendering): Expression {
  const values = params.map((one) => compileExpression(one, rendering));
  const options = compileHash(hash, rendering);
  const name = String(path.original);
  if (name === 'lookup') {
    const [of, key] = values;
    return (scope) => property(of?.(scope), String(key?.(scope)));
  }
  const run = Object.hasOwn(TEMPLATE_HELPERS, name) ? TEMPLATE_HELPERS[name]?.run : undefined;
  if (run === undefined) throw new Error(`the helper ${name} was not checked`);
  const [first, second] = values;
  if (first !== undefined && second !== undefined && values.length === 2) {
    return (scope) => run(first(scope), second(scope), { hash: options(scope) });
  }
  return (scope) => run(...values.map((value) => value(scope)), { hash: options(scope) });
}

/** The named values of a call or an include. */
export function compileHash(hash: hbs.AST.Hash | undefined, rendering: Rendering): (scope: Scope) => Values {
  const pairs = (hash?.pairs ?? []).map(
    ({ key, value }) => [key, compileExpression(value, rendering)] as const,
  );
  if (pairs.length === 0) return () => NOTHING;
  return (scope) => {
    const values: Record<string, unknown> = {};
    for (const [key, value] of pairs) values[key] = value(scope);
    return values;
  };
}

const NOTHING: Values = {};

export function placeOf(node: hbs.AST.Node, name: string, { path }: Rendering): Place {
  const { line, column } = node.loc.start;
  return { name, location: { file: path, line, column: column + 1 } };
}

function literal(node: hbs.AST.Expression): Expression {
  // The rest are literals of texts, numbers and booleans; null and undefined have no value.
  const { value } = node as { readonly value?: unknown };
  return () => value;
}

/** `name`, `event.title`, `../name`, `this.times`, `@index`, `@root.event`. */
function compilePath({ data, depth, parts, original }: hbs.AST.PathExpression): Expression {
  const [first, ...rest] = parts;
  if (data) return (scope) => follow(frameAt(scope.frame, depth).values, parts);
  if (first === undefined) return (scope) => wholeContext(scopeAt(scope, depth) ?? NO_SCOPE);
  if (depth > 0) return (scope) => follow(named(scopeAt(scope, depth) ?? NO_SCOPE, first), rest);
  const isScoped = /^(?:\.|this\b)/.test(original);
  const look = isScoped
    ? (scope: Scope) => named(scope, first)
    : (scope: Scope) => {
        const { locals } = scope;
        return locals !== undefined && Object.hasOwn(locals, first) ? locals[first] : named(scope, first);
      };
  return rest.length === 0 ? look : (scope) => follow(look(scope), rest);
}

function named({ given, context }: Pick<Scope, 'context' | 'given'>, name: string): unknown {
  return given !== undefined && Object.hasOwn(given, name) ? given[name] : property(context, name);
}

const NO_SCOPE = { context: undefined, given: undefined };

function follow(value: unknown, parts: readonly string[]): unknown {
  let at = value;
  for (const part of parts) at = property(at, part);
  return at;
}

/** What an object itself holds: nothing that every object has is within reach. */
function property(of: unknown, name: string): unknown {
  if (of === undefined || of === null) return of;
  return Object.hasOwn(of, name) ? (of as Values)[name] : undefined;
}

function frameAt(frame: Frame, depth: number): Frame {
  return depth === 0 ? frame : frameAt(frame.parent ?? NO_FRAME, depth - 1);
}

const NO_FRAME: Frame = { values: {}, parent: undefined };

function scopeAt(scope: Scope | undefined, depth: number): Scope | undefined {
  return depth === 0 ? scope : scopeAt(scope?.parent, depth - 1);
}
