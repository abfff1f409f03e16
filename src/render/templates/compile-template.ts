import Handlebars from 'handlebars';
import { failure, SosentError } from '../../errors.ts';
import { checkNames, KNOWN, NAMES_HINT, type Place, SHOWN } from './check-names.ts';
import { TEMPLATE_HELPERS } from './template-helpers.ts';
import { typstLiteral } from './typst-literal.ts';

/** What a template's file name says it makes; each has its own escaping, so that `{{name}}` is always safe. */
export type TemplateFormat = 'typ' | 'html' | 'txt';

/** A template's text, and its path for messages. */
export interface TemplateText {
  readonly text: string;
  readonly path: string;
}

export interface TemplateOptions {
  readonly format: TemplateFormat;
  /** Path for messages. */
  readonly path: string;
  /** Other templates that this one may include with `{{> name}}`, by name. */
  readonly partials?: Readonly<Record<string, TemplateText>>;
}

export type Template = (data: object) => string;

/**
 * Compiles a Handlebars template once for many renderings. Escaping by format: `html` escapes HTML, `txt` nothing,
 * `typ` makes every `{{value}}` a Typst literal, valid in code and, as `#{{value}}`, in markup.
 * A name that does not exist is an error (SOS502) with file and line, in an included template too, and not an empty
 * hole in 400 mails; prototypes are out of reach. Throws SOS501 for a template that cannot be parsed.
 */
export function compileTemplate(source: string, options: TemplateOptions): Template {
  const { format, path, partials = {} } = options;
  const handlebars = Handlebars.create();
  const places: Place[] = [];
  const names = new Set(Object.keys(partials));
  const compile = (one: TemplateText): Handlebars.TemplateDelegate => {
    const program = parse(handlebars, one);
    checkNames(program, { path: one.path, partials: names, places });
    return handlebars.compile(program, { noEscape: format !== 'html' });
  };
  const reached = registerHelpers(handlebars, format, places);
  for (const [name, one] of Object.entries(partials)) handlebars.registerPartial(name, compile(one));
  const render = compile({ text: source, path });
  return (data) => {
    try {
      return render(data, { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false });
    } catch (error) {
      if (error instanceof SosentError) throw error;
      throw failsAt(reached() ?? { name: '', location: { file: path } }, error);
    }
  };
}

/** Gives back what tells the place in the templates that was looked at last. */
function registerHelpers(
  handlebars: typeof Handlebars,
  format: TemplateFormat,
  places: readonly Place[],
): () => Place | undefined {
  // Would print among the command's own output.
  handlebars.unregisterHelper('log');
  for (const [name, { run }] of Object.entries(TEMPLATE_HELPERS)) {
    if (run !== undefined) handlebars.registerHelper(name, run);
  }
  let reached: Place | undefined;
  const known = (index: number, value: unknown): unknown => {
    reached = places[index];
    if (value !== undefined || reached === undefined) return value;
    throw failure('SOS502', `The template uses "${reached.name}", which does not exist.`, {
      location: reached.location,
      hint: NAMES_HINT,
    });
  };
  handlebars.registerHelper(KNOWN, known);
  handlebars.registerHelper(SHOWN, (index: number, value: unknown) => {
    known(index, value);
    if (format === 'typ') return typstLiteral(value);
    if (typeof value !== 'object' || value === null || reached === undefined) return value;
    throw failure('SOS502', `The template shows "${reached.name}", which is a group of values.`, {
      location: reached.location,
      hint: `Show one of them, as in {{${reached.name}.title}}, or go through a list with {{#each ${reached.name}}}.`,
    });
  });
  return () => reached;
}

function parse(handlebars: typeof Handlebars, { text, path }: TemplateText): hbs.AST.Program {
  try {
    return handlebars.parse(text);
  } catch (error) {
    throw syntaxFailure(error, path);
  }
}

function syntaxFailure(error: unknown, path: string): Error {
  const message = error instanceof Error ? error.message : String(error);
  const line = Number(/on line (\d+)/.exec(message)?.[1] ?? /- (\d+):\d+$/.exec(message)?.[1]);
  const reason = message.split('\n').at(-1) ?? message;
  // The parser lists everything it would have taken; what it found tells more.
  const found = /^Expecting .* got '(\w+)'$/.exec(reason)?.[1];
  const text =
    found === undefined ? reason : found === 'EOF' ? 'it ends too early' : 'a {{...}} is not written right';
  return failure('SOS501', `The template cannot be read: ${text.replace(/\.?$/, '.')}`, {
    location: { file: path, ...(Number.isNaN(line) ? {} : { line }) },
    hint: 'Every {{ needs its }}, and every {{#if}} and {{#each}} its {{/if}} or {{/each}}.',
  });
}

/** A helper was given what it cannot work with, or templates include each other for ever. */
function failsAt({ name, location }: Place, error: unknown): Error {
  const reason =
    error instanceof RangeError ? 'it includes itself' : `${error instanceof Error ? error.message : error}`;
  const at = name === '' ? '' : ` at "${name}"`;
  return failure('SOS502', `The template fails${at}: ${reason.replace(/\.?$/, '.')}`, { location });
}
