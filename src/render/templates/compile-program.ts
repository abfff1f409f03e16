import Handlebars from 'handlebars';
import { failure } from '../../errors.ts';
import type { TemplateFormat } from './compile-template.ts';
import {
  type Block,
  compileCall,
  compileExpression,
  compileHash,
  compileKnown,
  type Expression,
  type Frame,
  placeOf,
  type Rendering,
  type Scope,
  unknownName,
} from './expressions.ts';
import { TEMPLATE_HELPERS } from './template-helpers.ts';
import { typstLiteral } from './typst-literal.ts';

/** Writes a part of a template. */
export type Writer = (scope: Scope) => string;

export interface ProgramOptions {
  readonly format: TemplateFormat;
  readonly rendering: Rendering;
  /** A template that may be included; undefined where there is none. */
  readonly partial: (name: string) => Writer | undefined;
}

/**
 * A template that Handlebars has parsed and `checkNames` has checked, as a function. It gives what Handlebars gives (a
 * property test holds the two together), four times as fast, and tells the place of a name that has no value.
 */
export function compileProgram(program: hbs.AST.Program | undefined, options: ProgramOptions): Writer {
  const writers = joined(program?.body ?? []).map((one) => compileStatement(one, options));
  const [first, ...rest] = writers;
  if (first === undefined) return () => '';
  if (rest.length === 0) return first;
  if (rest.length === 1 && rest[0] !== undefined) {
    const [second] = rest;
    return (scope) => first(scope) + second(scope);
  }
  return (scope) => {
    let text = '';
    for (const write of writers) text += write(scope);
    return text;
  };
}

/** Texts with nothing but comments between them as one. */
function joined(body: readonly hbs.AST.Statement[]): readonly hbs.AST.Statement[] {
  const statements: hbs.AST.Statement[] = [];
  for (const one of body) {
    const last = statements.at(-1);
    if (one.type === 'CommentStatement') continue;
    if (last?.type === 'ContentStatement' && one.type === 'ContentStatement') {
      const value = (last as hbs.AST.ContentStatement).value + (one as hbs.AST.ContentStatement).value;
      statements[statements.length - 1] = { ...last, value } as hbs.AST.ContentStatement;
    } else {
      statements.push(one);
    }
  }
  return statements;
}

function compileStatement(node: hbs.AST.Statement, options: ProgramOptions): Writer {
  switch (node.type) {
    case 'ContentStatement': {
      const { value } = node as hbs.AST.ContentStatement;
      return () => value;
    }
    case 'MustacheStatement':
      return compileShown(node as hbs.AST.MustacheStatement, options);
    case 'BlockStatement':
      return compileBlock(node as hbs.AST.BlockStatement, options);
    case 'PartialStatement':
      return compileInclude(node as hbs.AST.PartialStatement, undefined, options);
    case 'PartialBlockStatement': {
      const block = node as hbs.AST.PartialBlockStatement;
      return compileInclude(block, compileProgram(block.program, options), options);
    }
    default:
      throw failure('SOS502', 'The template defines a part inside itself, which sosent does not know.', {
        location: placeOf(node, '', options.rendering).location,
        hint: 'Put the part into a file of its own and take it in with {{> name}}.',
      });
  }
}

/** `{{value}}`. */
function compileShown(node: hbs.AST.MustacheStatement, { format, rendering }: ProgramOptions): Writer {
  const { path, params, hash, escaped } = node;
  const name = String((path as hbs.AST.PathExpression).original);
  const isCall = params.length > 0 || hash !== undefined || Object.hasOwn(TEMPLATE_HELPERS, name);
  const isName = !isCall && path.type === 'PathExpression';
  const call = { path: path as hbs.AST.PathExpression, params, hash };
  const value = isCall
    ? compileCall(call, rendering)
    : isName
      ? compileKnown(path as hbs.AST.PathExpression, rendering)
      : compileExpression(path, rendering);
  const place = placeOf(isCall ? node : path, name, rendering);
  const write = writerOf(format, escaped);
  return (scope) => {
    const shown = value(scope);
    if (typeof shown === 'string') return write(shown);
    if (shown === undefined) throw unknownName(place);
    if (format === 'typ') return typstLiteral(shown);
    if (shown === null) return '';
    if (typeof shown !== 'object') return write(String(shown));
    throw failure('SOS502', `The template shows "${place.name}", which is a group of values.`, {
      location: place.location,
      hint: `Show one of them, as in {{${place.name}.title}}, or go through a list with {{#each ${place.name}}}.`,
    });
  };
}

function writerOf(format: TemplateFormat, escaped: boolean): (text: string) => string {
  if (format === 'typ') return typstLiteral;
  return format === 'html' && escaped ? Handlebars.escapeExpression : (text) => text;
}

/** `{{#if}}`, `{{#unless}}`, `{{#each}}`, `{{#with}}`; `checkNames` lets no other through. */
function compileBlock(node: hbs.AST.BlockStatement, options: ProgramOptions): Writer {
  const { rendering } = options;
  const [param] = node.params;
  if (param === undefined) throw new Error('a block without a value was not checked');
  const value = compileExpression(param, rendering);
  const body = compileProgram(node.program, options);
  const otherwise = compileProgram(node.inverse, options);
  const names = (node.program as hbs.AST.Program | undefined)?.blockParams ?? [];
  switch (String(node.path.original)) {
    case 'if':
    case 'unless': {
      const includeZero = compileHash(node.hash, rendering);
      const [whenTrue, whenNot] = node.path.original === 'if' ? [body, otherwise] : [otherwise, body];
      return (scope) => {
        const given = value(scope);
        const isZero = given === 0 && Boolean(includeZero(scope)['includeZero']);
        return isZero || !isEmpty(given) ? whenTrue(scope) : whenNot(scope);
      };
    }
    case 'with':
      return (scope) => {
        const context = value(scope);
        return isEmpty(context) && context !== 0
          ? otherwise(scope)
          : body(inner(scope, context, scope.frame, localsOf(scope, names, [context])));
      };
    default:
      return (scope) => writeEach(scope, value, names, body) ?? otherwise(scope);
  }
}

/** Undefined where there is nothing to go through. */
function writeEach(
  scope: Scope,
  value: Expression,
  names: readonly string[],
  body: Writer,
): string | undefined {
  const items = value(scope);
  if (typeof items !== 'object' || items === null) return undefined;
  const keys = Array.isArray(items) ? undefined : Object.keys(items);
  const list: readonly unknown[] = Array.isArray(items) ? items : Object.values(items);
  const { length } = list;
  const { root } = scope.frame.values as { readonly root: unknown };
  let text = '';
  for (let index = 0; index < length; index += 1) {
    const key = keys === undefined ? index : keys[index];
    const values = { root, key, index, first: index === 0, last: index === length - 1 };
    const locals = localsOf(scope, names, [list[index], key]);
    text += body(inner(scope, list[index], { values, parent: scope.frame }, locals));
  }
  return length === 0 ? undefined : text;
}

/** As Handlebars has it: 0 is no value to `if`, and neither is a list without entries. */
function isEmpty(value: unknown): boolean {
  return Array.isArray(value) ? value.length === 0 : !value;
}

function inner(scope: Scope, context: unknown, frame: Frame, locals: Scope['locals']): Scope {
  const isSame = context === scope.context && scope.given === undefined;
  const parent = isSame ? scope.parent : scope;
  return { context, given: undefined, locals, parent, frame, block: scope.block };
}

function localsOf(scope: Scope, names: readonly string[], values: readonly unknown[]): Scope['locals'] {
  if (names.length === 0) return scope.locals;
  return { ...scope.locals, ...Object.fromEntries(names.map((name, index) => [name, values[index]])) };
}

interface Include extends hbs.AST.Node, Pick<hbs.AST.PartialStatement, 'name' | 'params' | 'hash'> {
  readonly indent?: string;
}

/** `{{> name}}` and `{{#> name}} ... {{/name}}`. */
function compileInclude(node: Include, block: Writer | undefined, options: ProgramOptions): Writer {
  const { rendering } = options;
  const target = includedBy(node, options);
  const [param] = node.params;
  const context = param === undefined ? undefined : compileExpression(param, rendering);
  const givenBy = compileGiven(node.hash, rendering);
  const { indent = '' } = node;
  return (scope) => {
    const seen = context === undefined ? scope.context : context(scope);
    const inherited = context === undefined ? scope.given : undefined;
    const given = givenBy(scope, inherited);
    const text = target(scope, { context: seen, given, block: block && blockOf(block, scope) });
    return indent === '' ? text : indented(text, indent);
  };
}

/** The named values that an include gives, with those that it was given itself. */
function compileGiven(
  hash: hbs.AST.Hash | undefined,
  rendering: Rendering,
): (scope: Scope, inherited: Scope['given']) => Scope['given'] {
  const pairs = hash?.pairs ?? [];
  const values = compileHash(hash, rendering);
  if (pairs.length === 0) return (_, inherited) => inherited;
  if (!pairs.every((one) => one.value.type.endsWith('Literal'))) {
    return (scope, inherited) => ({ ...inherited, ...values(scope) });
  }
  // Most includes are given texts that stand in the template: the same values for the same inherited ones.
  let last: { readonly inherited: Scope['given']; readonly given: Scope['given'] } | undefined;
  return (scope, inherited) => {
    if (last === undefined || last.inherited !== inherited) {
      last = { inherited, given: { ...inherited, ...values(scope) } };
    }
    return last.given;
  };
}

/** The content of an include, which stands in this scope. */
function blockOf(write: Writer, scope: Scope): Block {
  return (context, given, frame) => {
    const isSame = context === scope.context && given === scope.given;
    const parent = isSame ? scope.parent : scope;
    return write({ context, given, locals: scope.locals, parent, frame, block: scope.block });
  };
}

type Included = (scope: Scope, call: Pick<Scope, 'context' | 'given' | 'block'>) => string;

function includedBy(node: Include, { partial, rendering }: ProgramOptions): Included {
  const name = String((node.name as hbs.AST.PathExpression).original);
  const place = placeOf(node, name, rendering);
  if (name === '@partial-block') {
    return ({ block, frame }, { context, given }) => {
      if (block === undefined) throw missing(place.name, place.location);
      return block(context, given, frame);
    };
  }
  const chosen =
    node.name.type === 'SubExpression' ? compileExpression(node.name, rendering) : (): string => name;
  return (scope, { context, given, block }) => {
    const called = String(chosen(scope));
    const found = partial(called);
    if (found === undefined) throw missing(called, place.location);
    return found({ context, given, locals: undefined, parent: undefined, frame: scope.frame, block });
  };
}

function missing(name: string, location: { readonly file: string }): Error {
  return failure('SOS502', `The template includes "${name}", and there is no such template.`, {
    location,
  });
}

/** An include that stands alone in an indented line indents every line of what it takes in. */
function indented(text: string, indent: string): string {
  const lines = text.split('\n');
  return lines
    .map((line, index) => (line === '' && index === lines.length - 1 ? line : indent + line))
    .join('\n');
}
