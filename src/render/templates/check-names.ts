import Handlebars from 'handlebars';
import { failure } from '../../errors.ts';
import type { Location } from '../../model/problem.ts';
import { NAMES_HINT } from './expressions.ts';
import { TEMPLATE_HELPERS } from './template-helpers.ts';

interface Check {
  readonly path: string;
  readonly partials: ReadonlySet<string>;
}

/**
 * Checks what a template calls and takes in, before it is rendered; its values are checked while it is. Throws SOS502
 * with the place in the file.
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
    if (isCall(mustache)) this.call(mustache);
    else this.accept(mustache.path);
  }

  override SubExpression(call: hbs.AST.SubExpression): void {
    this.call(call);
  }

  override BlockStatement(block: hbs.AST.BlockStatement): void {
    this.call(block, 'block');
    if (block.program) this.accept(block.program);
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
    if (partial.name.type === 'SubExpression') this.accept(partial.name);
    this.values(partial);
  }

  private call(call: Call, as: 'block' | 'value' = 'value'): void {
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
    if ((helper.isBlock === true) !== (as === 'block')) {
      const hint =
        helper.isBlock === true
          ? `Write {{#${name} ...}} ... {{/${name}}}.`
          : `Write {{#if (${name} ...)}} ... {{/if}}.`;
      throw this.mistake(
        call,
        helper.isBlock === true ? `"${name}" is a block.` : `"${name}" is no block.`,
        hint,
      );
    }
    this.values(call);
  }

  private values(node: Pick<Call, 'params'> & { readonly hash: hbs.AST.Hash | undefined }): void {
    for (const one of node.params) this.accept(one);
    for (const pair of node.hash?.pairs ?? []) this.accept(pair.value);
  }

  private locate({ loc }: hbs.AST.Node): Location {
    return { file: this.check.path, line: loc.start.line, column: loc.start.column + 1 };
  }

  private mistake(node: hbs.AST.Node, message: string, hint = NAMES_HINT): Error {
    return failure('SOS502', message, { location: this.locate(node), hint });
  }
}

interface Call extends hbs.AST.Node {
  readonly path: hbs.AST.Expression;
  readonly params: readonly hbs.AST.Expression[];
  readonly hash: hbs.AST.Hash | undefined;
}

/** `{{list names language}}`, `{{plural}}`: with values, or by the name of a helper. */
function isCall({ path, params, hash }: hbs.AST.MustacheStatement): boolean {
  return params.length > 0 || hash !== undefined || Object.hasOwn(TEMPLATE_HELPERS, nameOf(path));
}

/** The name as it was written; a text or number in place of a name stands for itself. */
function nameOf(path: hbs.AST.Expression): string {
  return String((path as hbs.AST.PathExpression).original);
}
