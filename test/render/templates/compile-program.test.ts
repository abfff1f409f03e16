import fc from 'fast-check';
import Handlebars from 'handlebars';
import { expect, test } from 'vitest';
import { compileTemplate } from '../../../src/render/templates/compile-template.ts';
import { TEMPLATE_HELPERS } from '../../../src/render/templates/template-helpers.ts';

/** Handlebars itself, with the same helpers and without our checks: the oracle. */
function renderWithHandlebars(
  text: string,
  partials: Readonly<Record<string, string>>,
  data: object,
): string {
  const handlebars = Handlebars.create();
  for (const [name, { run }] of Object.entries(TEMPLATE_HELPERS)) {
    if (run !== undefined) handlebars.registerHelper(name, run);
  }
  for (const [name, partial] of Object.entries(partials)) handlebars.registerPartial(name, partial);
  return handlebars.compile(text)(data);
}

function renderWithOurs(text: string, partials: Readonly<Record<string, string>>, data: object): string {
  const sources = Object.fromEntries(
    Object.entries(partials).map(([name, one]) => [name, { text: one, path: `${name}.hbs` }]),
  );
  return compileTemplate(text, { format: 'html', path: 'mail.hbs', partials: sources })(data);
}

interface Level {
  /** Names that have a text, a group, a list here. */
  readonly texts: readonly string[];
  readonly depth: number;
}

const TOP: Level = { texts: ['a', 'b', 'n', 'zero', 'yes', 'no', 'group.a', 'this.a', '@root.b'], depth: 3 };
const WITHIN_LIST: Level = {
  texts: ['a', 'this.b', '../a', '@index', '@first', '@root.n', '@key', '@last'],
  depth: 2,
};

/** A template of what sosent's templates are made of, with blanks and line ends wherever they may be. */
function template(level: Level): fc.Arbitrary<string> {
  const text = fc.constantFrom(...level.texts);
  const value = fc.oneof(
    text,
    fc.tuple(text, text).map(([one, other]) => `(equal ${one} ${other})`),
    fc.tuple(text, text).map(([one, other]) => `(or ${one} (not ${other}))`),
    fc.constantFrom('"text"', '3', 'true', '(lookup @root.group "a")'),
  );
  const leaf = fc.oneof(
    fc
      .constantFrom(
        '\n',
        ' ',
        'x\n',
        '  y',
        '<p>',
        '{{! a comment }}',
        '\n{{!-- alone --}}\n',
        '{{~@root.n~}} ',
        '{{else}}',
      )
      .filter((one) => one !== '{{else}}'),
    text.map((one) => `{{${one}}}`),
    fc.constantFrom('{{{@root.a}}}', '{{{@root.group.b}}}'),
    fc.tuple(value, value).map(([one, other]) => `{{choose ${one} ${other} "z"}}`),
    fc.constantFrom('{{> plain}}', '\n  {{> plain}}\n', '{{> plain @root.group}}', '{{> hashed h="<1>"}}'),
  );
  if (level.depth === 0) return leaf;
  const body = template({ ...level, depth: level.depth - 1 });
  const parts = fc.oneof(
    { weight: 3, arbitrary: leaf },
    fc.tuple(value, body, body).map(([on, one, other]) => `{{#if ${on}}}${one}{{else}}${other}{{/if}}`),
    fc.tuple(value, body).map(([on, one]) => `\n{{#unless ${on}}}\n${one}\n{{/unless}}\n`),
    fc
      .tuple(value, value, body, body)
      .map(([on, or, one, other]) => `{{#if ${on}}}${one}{{else if ${or}}}${other}{{/if}}`),
    fc
      .tuple(template({ ...WITHIN_LIST, depth: level.depth - 1 }), body)
      .map(([one, other]) => `{{#each @root.list}}${one}{{else}}${other}{{/each}}`),
    template({ texts: ['item.a', 'at', '@root.a'], depth: level.depth - 1 }).map(
      (one) => `{{#each @root.list as |item at|}}\n${one}{{/each}}`,
    ),
    template({ texts: ['this', '@index'], depth: 0 }).map((one) => `{{#each @root.words}}${one} {{/each}}`),
    template({ texts: ['this', '@key'], depth: 0 }).map((one) => `{{#each @root.group}}${one}{{/each}}`),
    fc
      .tuple(template({ texts: ['a', 'b', '@root.n'], depth: level.depth - 1 }), body)
      .map(([one, other]) => `{{#with @root.group}}${one}{{else}}${other}{{/with}}`),
    fc.tuple(value, body).map(([given, one]) => `{{#> framed h=${given}}}\n${one}\n{{/framed}}`),
    body.map((one) => `{{#> twice}}${one}{{/twice}}`),
  );
  return fc.array(parts, { maxLength: 4 }).map((all) => all.join(''));
}

const PARTIALS = {
  plain: '[{{@root.a}}]\n{{#if @root.yes}}\nlong\n{{/if}}\n',
  hashed: '<i>{{h}}</i>',
  framed: '<b>{{h}}</b>\n{{> @partial-block}}\n{{#if h}}{{> @partial-block}}{{/if}}',
  twice: '{{#> framed h="in"}}({{> @partial-block}}){{/framed}}',
};

const DATA = {
  a: '<A> & "q"',
  b: '',
  n: 7,
  zero: 0,
  yes: true,
  no: false,
  group: { a: 'ga', b: 'gb' },
  list: [
    { a: 'l1', b: '' },
    { a: 'l2', b: '<' },
  ],
  words: ['one', 'two'],
};

test('any template gives what Handlebars gives', () => {
  fc.assert(
    fc.property(template(TOP), (text) => {
      expect(renderWithOurs(text, PARTIALS, DATA)).toBe(renderWithHandlebars(text, PARTIALS, DATA));
    }),
    { numRuns: 500 },
  );
}, 60_000);
