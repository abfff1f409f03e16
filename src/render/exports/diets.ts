import { groupBy } from '../../core/group-by.ts';
import { DIET_IDS, readDiet } from '../../core/read-diet.ts';
import type { Attendee } from '../../model/attendee.ts';
import { dietText } from './diet-words.ts';
import { type ExportData, remember } from './export.ts';

export interface DietRow {
  readonly diet: string;
  readonly people: readonly Attendee[];
}

/** What each person's diet is called. */
const dietsOf = remember(
  (data): ReadonlyMap<string, string> =>
    new Map(data.attendees.map((one) => [one.id, dietText(readDiet(one.dietary), data.language)])),
);

export function dietOf(data: ExportData, { id }: Attendee): string {
  return dietsOf(data).get(id) ?? '';
}

/** Diets that most have first: known ones in a fixed order, then what people wrote, then those without a need. */
export function countDiets(data: ExportData, people: readonly Attendee[]): readonly DietRow[] {
  const rows = groupBy(people, (one) => `diet ${dietOf(data, one)}`);
  const known = DIET_IDS.map((id) => dietText({ kind: 'known', ids: [id] }, data.language));
  const place = (diet: string): number => {
    if (diet === '') return known.length + 1;
    const index = known.findIndex((one) => diet === one || diet.startsWith(`${one} + `));
    return index === -1 ? known.length : index;
  };
  return [...rows]
    .map(([key, some]) => ({ diet: key.slice('diet '.length), people: some }))
    .sort((a, b) => place(a.diet) - place(b.diet) || b.people.length - a.people.length);
}
