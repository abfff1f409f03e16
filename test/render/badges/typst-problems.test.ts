import { expect, test } from 'vitest';
import { TypstFailure } from '../../../src/ports.ts';
import { explainTypst } from '../../../src/render/badges/typst-problems.ts';

const template = {
  path: 'templates/badges/mine.typ.hbs',
  text: '#badge(\n  {{id}},\n  name: {{name}},\n  {{#if x}}\n  bnd({{label}}, colour: {{colour}}),\n  {{/if}}\n)',
};
const source =
  '#import "lib.typ": *\n#badge(\n  "p1",\n  name: "Ann",\n  bnd("Guest, VIP", colour: "#fff"),\n)';
const explain = (...reasons: ConstructorParameters<typeof TypstFailure>[0]) =>
  explainTypst(new TypstFailure(reasons, source), [template]);

test('the line of what was made is found again in the template', () => {
  expect(explain({ message: 'unknown variable: bnd', file: 'main.typ', line: 5, mainLine: 5 })).toMatchObject(
    [
      {
        code: 'SOS504',
        message:
          'Typst refuses what the template makes: unknown variable: bnd (bnd("Guest, VIP", colour: "#fff"),).',
        location: { file: template.path, line: 5 },
      },
    ],
  );
});

test('a line that the template did not write has no place in it', () => {
  const [found] = explain({ message: 'no such file', file: 'main.typ', line: 1, mainLine: 1 });
  expect(found).toMatchObject({ message: expect.stringContaining('(#import "lib.typ": *)') });
  expect(found?.location).toEqual({ file: template.path });
});

test('an error within the parts names their file, and the line of the template that led there', () => {
  expect(explain({ message: 'no method `trim`', file: 'lib.typ', line: 146, mainLine: 4 })).toMatchObject([
    {
      message: 'Typst refuses what the template makes: no method `trim` (lib.typ, line 146).',
      location: { file: template.path, line: 3 },
    },
  ]);
});

test('the same mistake on every badge is said once', () => {
  const reason = { message: 'expected comma', file: 'main.typ', line: 4, mainLine: 4 };
  expect(explain(reason, reason, reason)).toHaveLength(1);
  expect(
    explain({ message: 'something', file: 'main.typ', line: undefined, mainLine: undefined }),
  ).toMatchObject([
    { message: 'Typst refuses what the template makes: something.', location: { file: template.path } },
  ]);
});
