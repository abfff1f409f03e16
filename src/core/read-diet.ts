/**
 * Diets that many people write in many ways. A text that is one of these spellings as a whole means the diet; one that
 * says anything more ("Halal, ikke fisk", "coeliac, also traces") is kept word for word, because the kitchen must read it.
 */
const SPELLINGS = {
  vegetarian: 'vegetarian vegetar vegetarianer vegetarisk vegetarkost veggie veg',
  vegan: 'vegan veganer vegansk vegankost',
  pescatarian: 'pescatarian pescetarian pescetar pesketar pescetarianer pesketarianer',
  halal: 'halal halalmat halal_food halal_mat',
  kosher: 'kosher koshermat kosher_food',
  'no-pork': 'no_pork ikke_svin ingen_svin uten_svin ikke_svinekjøtt spiser_ikke_svin spiser_ikke_svinekjøtt',
  coeliac: 'coeliac celiac coeliac_disease celiac_disease cøliaki cøliaker',
  'gluten-free': 'gluten_free glutenfri glutenfritt gluten_intolerant glutenintoleranse glutenintolerant',
  'lactose-free':
    'lactose lactose_free lactose_intolerant lactose_intolerance laktose laktosefri laktosefritt laktoseintolerant laktoseintoleranse',
  'nut-allergy': 'nuts nut_allergy allergic_to_nuts nøtter nøtteallergi nøtteallergiker allergisk_mot_nøtter',
  'shellfish-allergy':
    'shellfish shellfish_allergy skalldyr skalldyrallergi allergic_to_shellfish allergisk_mot_skalldyr',
  'egg-allergy': 'egg eggs egg_allergy eggallergi allergisk_mot_egg allergic_to_eggs',
  'fish-allergy': 'fish_allergy fiskeallergi allergisk_mot_fisk allergic_to_fish',
  'milk-allergy': 'milk_allergy melkeallergi melkeproteinallergi allergisk_mot_melk allergic_to_milk',
} as const;

export type DietId = keyof typeof SPELLINGS;

/** Answers of people who eat everything. */
const NOTHING =
  'no none nothing n_a na nil nope not_applicable no_allergies no_requirements nei ingen ingenting ikke_relevant alt spiser_alt ingen_allergier ingen_spesielle ingen_behov nej inga inget ikke nothing_special none_known';

/** What somebody wrote about what they eat: nothing, diets that are known, or something to read. */
export type Diet =
  | { readonly kind: 'none' }
  | { readonly kind: 'known'; readonly ids: readonly DietId[] }
  | { readonly kind: 'own'; readonly text: string };

/** "Ingen" is no need; "vegetar, glutenfri" are two that one person has together. */
export function readDiet(text: string): Diet {
  const shown = text.replaceAll(/\s+/g, ' ').trim();
  if (!/[\p{L}\p{N}]/u.test(shown) || NO_NEED.has(keyOf(shown))) return { kind: 'none' };
  const whole = DIETS.get(keyOf(shown));
  if (whole !== undefined) return { kind: 'known', ids: [whole] };
  const parts = shown.split(/[,;/+&]|\s(?:og|and)\s/i).map((part) => DIETS.get(keyOf(part)));
  const ids = parts.filter((one) => one !== undefined);
  if (ids.length < parts.length) return { kind: 'own', text: shown };
  return { kind: 'known', ids: DIET_IDS.filter((id) => ids.includes(id)) };
}

// Object.entries forgets that the keys are known.
const ENTRIES = Object.entries(SPELLINGS) as readonly (readonly [DietId, string])[];
/** In the order in which diets are listed. */
export const DIET_IDS: readonly DietId[] = ENTRIES.map(([id]) => id);
const DIETS: ReadonlyMap<string, DietId> = new Map(
  ENTRIES.flatMap(([id, spellings]) => spellings.split(' ').map((one) => [one, id] as const)),
);
const NO_NEED: ReadonlySet<string> = new Set(NOTHING.split(' '));

/** Letters and digits in lower case, words joined by `_`. */
function keyOf(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .replaceAll(/^_|_$/g, '');
}
