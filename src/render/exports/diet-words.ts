import type { Diet, DietId } from '../../core/read-diet.ts';
import { type Language, ownLanguage } from '../../model/text.ts';

const WORDS = {
  en: {
    vegetarian: 'Vegetarian',
    vegan: 'Vegan',
    pescatarian: 'Pescatarian',
    halal: 'Halal',
    kosher: 'Kosher',
    'no-pork': 'No pork',
    coeliac: 'Coeliac: strictly no gluten',
    'gluten-free': 'Gluten-free',
    'lactose-free': 'Lactose-free',
    'nut-allergy': 'Nut allergy',
    'shellfish-allergy': 'Shellfish allergy',
    'egg-allergy': 'Egg allergy',
    'fish-allergy': 'Fish allergy',
    'milk-allergy': 'Milk allergy',
  },
  nb: {
    vegetarian: 'Vegetar',
    vegan: 'Vegan',
    pescatarian: 'Pescetar',
    halal: 'Halal',
    kosher: 'Kosher',
    'no-pork': 'Ikke svin',
    coeliac: 'Cøliaki: helt uten gluten',
    'gluten-free': 'Glutenfri',
    'lactose-free': 'Laktosefri',
    'nut-allergy': 'Nøtteallergi',
    'shellfish-allergy': 'Skalldyrallergi',
    'egg-allergy': 'Eggallergi',
    'fish-allergy': 'Fiskeallergi',
    'milk-allergy': 'Melkeallergi',
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<DietId, string>>>>;

/** A diet as the kitchen reads it; '' for somebody who eats everything. What people wrote themselves stays so. */
export function dietText(diet: Diet, language: Language): string {
  if (diet.kind === 'none') return '';
  if (diet.kind === 'own') return diet.text;
  const words = WORDS[ownLanguage(language)];
  return diet.ids.map((id) => words[id]).join(' + ');
}
