import { describe, expect, test } from 'vitest';
import { readDiet } from '../../src/core/read-diet.ts';

describe('readDiet', () => {
  test.each(['', '  ', '-', 'Ingen', 'none', 'N/A', 'nei.', 'Ingen allergier', 'spiser alt'])(
    'takes %j for no need',
    (text) => {
      expect(readDiet(text)).toEqual({ kind: 'none' });
    },
  );

  test.each([
    ['Vegetar', ['vegetarian']],
    ['vegetarian', ['vegetarian']],
    ['VEGANSK', ['vegan']],
    ['Gluten-free', ['gluten-free']],
    ['glutenfri', ['gluten-free']],
    ['Nøtteallergi', ['nut-allergy']],
    ['Nut allergy', ['nut-allergy']],
    ['Ikke svin', ['no-pork']],
    ['cøliaki', ['coeliac']],
    ['Vegetar, glutenfri', ['vegetarian', 'gluten-free']],
    ['lactose & halal', ['halal', 'lactose-free']],
    ['vegetar og laktosefri', ['vegetarian', 'lactose-free']],
  ])('knows %j', (text, ids) => {
    expect(readDiet(text)).toEqual({ kind: 'known', ids });
  });

  test.each([
    'Severe nut allergy',
    'Cøliaki – må være helt glutenfri',
    'Halal, ikke fisk',
    'Ingen nøtter',
    'no fish',
    'constructor',
    '__proto__',
  ])('keeps %j as it was written: the kitchen must read it', (text) => {
    expect(readDiet(` ${text}\n`)).toEqual({ kind: 'own', text });
  });
});
