import type { Attendee } from '../model/attendee.ts';
import { groupBy } from './group-by.ts';

/** The people of one attendee type whom a delegation met, without their names. */
export interface MetPeople {
  /** Id of the attendee type, '' where it is unknown. */
  readonly type: string;
  readonly people: number;
  /** Where they come from, each once, in the order met; spelt as most of them spell it is not our matter here. */
  readonly organisations: readonly string[];
}

/** Those of other organisations who sat in the same sessions, by attendee type, in the order of `types`. */
export function groupMet(others: readonly Attendee[], types: readonly string[]): readonly MetPeople[] {
  const byType = groupBy(others, (one) => `type ${types.includes(one.type) ? one.type : ''}`);
  return [...types, ''].flatMap((type): readonly MetPeople[] => {
    const here = byType.get(`type ${type}`);
    if (here === undefined) return [];
    const organisations = here.map((one) => one.organisation.trim()).filter((one) => one !== '');
    return [{ type, people: here.length, organisations: [...new Set(organisations)] }];
  });
}
