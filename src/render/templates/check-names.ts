import Handlebars from 'handlebars';
import { failure } from '../../errors.ts';
import type { Location } from '../../model/problem.ts';
import { TEMPLATE_HELPERS } from './template-helpers.ts';

/** A name as it stands in a template, and where. */
export interface Place {
  readonly name: string;
  readonly location: Location;
}

/** Names of the helpers that `checkNames` puts around what a template says. */
export const KNOWN = 'sosentKnown';
export const SHOWN = 'sosentShown';

interface Check {
  readonly path: string;
  readonly partials: ReadonlySet<string>;
  /** Every place that is checked while rendering is added; the first parameter of the two helpers is its index. */
  readonly places: Place[];
}

/**
 * Handlebars takes a misspelt name for an empty value, in its strict mode too where the name stands inside a call
 * such as `{{#if nmae}}`. So every value is put through a helper that knows its place in the file: `{{name}}` becomes
 * `{{shown 7 (known 7 name)}}`, `{{#if name}}` becomes `{{#if (known 8 name)}}`. Calls and includes are checked here
 * and now. Throws SOS502.
 */
export function checkNames(program: hbs.AST.Program, check: Check): void {
  new NameCheck(check).accept(program);
}

class NameCheck extends Handlebars.Visitor {
  private readonly check: Check;

  constructor(check: Check) {
    super();
    this.check = check;
  }

  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    const value = isCall(mustache) ? asSubExpression(mustache) : mustache.path;
    const place = this.place(value, nameOf(mustache.path));
    mustache.params = [place, this.value(value)];
    mustache.path = pathTo(SHOWN, mustache.loc);
    delete (mustache as { hash?: hbs.AST.Hash }).hash;
  }

  override BlockStatement(block: hbs.AST.BlockStatement): void {
    this.call(block);
    this.accept(block.program);
    if (block.inverse) this.accept(block.inverse);
  }

  override PartialStatement(partial: hbs.AST.PartialStatement): void {
    this.include(partial);
  }

  override PartialBlockStatement(partial: hbs.AST.PartialBlockStatement): void {
    this.include(partial);
    this.accept(partial.program);
  }

  private include(partial: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement): void {
    const name = nameOf(partial.name);
    const isDecidedLater = partial.name.type === 'SubExpression' || name === '@partial-block';
    if (!isDecidedLater && !this.check.partials.has(name)) {
      throw this.mistake(partial, `The template includes "${name}", and there is no such template.`);
    }
    this.values(partial);
  }

  private call(call: Call): void {
    const name = nameOf(call.path);
    const helper = Object.hasOwn(TEMPLATE_HELPERS, name) ? TEMPLATE_HELPERS[name] : undefined;
    if (helper === undefined) {
      const hint =
        call.params.length === 0 ? `Perhaps {{#each ${name}}} or {{#if ${name}}} is meant.` : NAMES_HINT;
      throw this.mistake(call, `The template calls "${name}", which does not exist.`, hint);
    }
    if (helper.values !== 'any' && call.params.length !== helper.values) {
      const { length } = call.params;
      throw this.mistake(call, `"${name}" takes ${helper.values} of the template's values, not ${length}.`);
    }
    this.values(call);
  }

  private values(node: Pick<Call, 'params' | 'hash'>): void {
    node.params = node.params.map((one) => this.value(one));
    for (const pair of node.hash?.pairs ?? []) pair.value = this.value(pair.value);
  }

  private value(expression: hbs.AST.Expression): hbs.AST.Expression {
    if (expression.type === 'SubExpression') {
      this.call(expression as hbs.AST.SubExpression);
      return expression;
    }
    if (expression.type !== 'PathExpression') return expression;
    const place = this.place(expression, nameOf(expression));
    return {
      type: 'SubExpression',
      path: pathTo(KNOWN, expression.loc),
      params: [place, expression],
      loc: expression.loc,
    } as hbs.AST.SubExpression;
  }

  private place(node: hbs.AST.Node, name: string): hbs.AST.NumberLiteral {
    const value = this.check.places.push({ name, location: this.locate(node) }) - 1;
    return { type: 'NumberLiteral', value, original: value, loc: node.loc };
  }

  private locate({ loc }: hbs.AST.Node): Location {
    return { file: this.check.path, line: loc.start.line, column: loc.start.column + 1 };
  }

  private mistake(node: hbs.AST.Node, message: string, hint = NAMES_HINT): Error {
    return failure('SOS502', message, { location: this.locate(node), hint });
  }
}

export const NAMES_HINT = 'docs/templates.md lists every name that a template can use.';

type Call = hbs.AST.MustacheStatement | hbs.AST.BlockStatement | hbs.AST.SubExpression;

/** `{{list names language}}`, `{{plural}}`: with values, or by the name of a helper. */
function isCall({ path, params, hash }: hbs.AST.MustacheStatement): boolean {
  return params.length > 0 || hash !== undefined || Object.hasOwn(TEMPLATE_HELPERS, nameOf(path));
}

function asSubExpression({ path, params, hash, loc }: hbs.AST.MustacheStatement): hbs.AST.SubExpression {
  return { type: 'SubExpression', path, params, hash, loc } as hbs.AST.SubExpression;
}

/** The name as it was written; a text or number in place of a name stands for itself. */
function nameOf(path: hbs.AST.Expression): string {
  return String((path as hbs.AST.PathExpression).original);
}

function pathTo(name: string, loc: hbs.AST.SourceLocation): hbs.AST.PathExpression {
  return { type: 'PathExpression', data: false, depth: 0, parts: [name], original: name, loc };
}
