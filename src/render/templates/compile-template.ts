import Handlebars from 'handlebars';
import { failure } from '../../errors.ts';
import { inLanguage, type LocalText } from '../../model/text.ts';
import { localeOf } from '../dates.ts';
import { typstLiteral } from './typst-literal.ts';

/** What a template's file name says it makes; each has its own escaping, so that `{{name}}` is always safe. */
export type TemplateFormat = 'typ' | 'html' | 'txt';

export interface TemplateOptions {
  readonly format: TemplateFormat;
  /** Path for messages. */
  readonly path: string;
  /** Other templates that this one may include with `{{> name}}`, by name. */
  readonly partials?: Readonly<Record<string, string>>;
}

export type Template = (data: object) => string;

/**
 * Compiles a Handlebars template once for many renderings. Escaping by format: `html` escapes HTML, `txt` nothing,
 * `typ` makes every `{{value}}` a Typst literal, valid in code and, as `#{{value}}`, in markup.
 * A variable that does not exist is an error (SOS502), not an empty hole in 400 mails; prototypes are out of reach.
 * Throws SOS501 for a template that cannot be parsed.
 */
export function compileTemplate(source: string, options: TemplateOptions): Template {
  const { format, path } = options;
  const handlebars = Handlebars.create();
  registerHelpers(handlebars);
  const compileOptions = { strict: true, noEscape: format !== 'html' };
  for (const [name, text] of Object.entries(options.partials ?? {})) {
    const partial = adapted(handlebars, text, format, path);
    handlebars.registerPartial(name, handlebars.compile(partial, compileOptions));
  }
  const render = handlebars.compile(adapted(handlebars, source, format, path), compileOptions);
  return (data) => {
    try {
      return render(data, { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false });
    } catch (error) {
      throw renderFailure(error, path);
    }
  };
}

/** Parses, and for Typst wraps every escaped `{{value}}` in the helper that makes a literal of it. */
function adapted(
  handlebars: typeof Handlebars,
  source: string,
  format: TemplateFormat,
  path: string,
): hbs.AST.Program {
  let ast: hbs.AST.Program;
  try {
    ast = handlebars.parse(source);
  } catch (error) {
    throw syntaxFailure(error, path);
  }
  if (format === 'typ') new TypstLiterals().accept(ast);
  return ast;
}

class TypstLiterals extends Handlebars.Visitor {
  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    super.MustacheStatement(mustache);
    if (!mustache.escaped) return;
    const value: hbs.AST.Expression =
      mustache.params.length === 0 && mustache.hash === undefined
        ? // Handlebars is strict with what stands alone, and lenient with what a helper is given, unless told.
          Object.assign({}, mustache.path, { strict: true })
        : ({ ...mustache, type: 'SubExpression' } as unknown as hbs.AST.SubExpression);
    mustache.path = {
      type: 'PathExpression',
      data: false,
      depth: 0,
      parts: ['typstLiteral'],
      original: 'typstLiteral',
      loc: mustache.loc,
    };
    mustache.params = [value];
    delete (mustache as { hash?: hbs.AST.Hash }).hash;
  }
}

function registerHelpers(handlebars: typeof Handlebars): void {
  // Would print among the command's own output.
  handlebars.unregisterHelper('log');
  handlebars.registerHelper({
    typstLiteral: (value: unknown) => typstLiteral(value),
    /** `{{inLanguage event.title language}}` */
    inLanguage: (text: LocalText, language: string) => inLanguage(text, language),
    /** `{{list names language}}`: "a, b and c" */
    list: (items: string[], language: string) =>
      new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(items),
    /** `{{plural count language one="seat" other="seats"}}` */
    plural: (count: number, language: string, options: Handlebars.HelperOptions) => {
      const rule = new Intl.PluralRules(localeOf(language)).select(count);
      const words: Readonly<Record<string, unknown>> = options.hash;
      return String(words[rule] ?? words['other'] ?? '');
    },
    equal: (left: unknown, right: unknown) => left === right,
    not: (value: unknown) => !value,
    and: (...values: unknown[]) => values.slice(0, -1).every(Boolean),
    or: (...values: unknown[]) => values.slice(0, -1).some(Boolean),
  });
}

/** Handlebars says where in one of two ways: `on line 3`, or `- 3:5` with the column from 0. */
function syntaxFailure(error: unknown, path: string): Error {
  const text = error instanceof Error ? error.message : String(error);
  const [, line] = /on line (\d+)/.exec(text) ?? / - (\d+):\d+$/.exec(text) ?? [];
  const reason = (text.split('\n').at(-1) ?? text).replace(/ - \d+:\d+$/, '');
  return failure('SOS501', `The template cannot be read: ${reason}.`, {
    location: { file: path, ...(line === undefined ? {} : { line: Number(line) }) },
    hint: 'Every {{#if}} and {{#each}} needs its {{/if}} or {{/each}}.',
  });
}

/** Whatever fails while a template is rendered was called by the template, so that it is the template's to mend. */
function renderFailure(error: unknown, path: string): Error {
  const text = error instanceof Error ? error.message : String(error);
  const missing = /"([^"]+)" not defined in .* - (\d+):(\d+)/s.exec(text);
  if (missing === null) {
    return failure('SOS502', `The template fails: ${text.replace(/\.?$/, '.')}`, {
      location: { file: path },
    });
  }
  const [, name, line, column] = missing;
  return failure('SOS502', `The template uses "${name}", which does not exist.`, {
    location: { file: path, line: Number(line), column: Number(column) + 1 },
    hint: 'docs/templates.md lists every name that a template can use.',
  });
}
