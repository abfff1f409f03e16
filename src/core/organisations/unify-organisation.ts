import type { Organisation } from '../../model/event.ts';
import { patternOf } from './name-pattern.ts';

/** Where somebody works, as two cells of an attendee. */
export interface Workplace {
  readonly organisation: string;
  readonly unit: string;
}

export type OrganisationUnifier = (workplace: Workplace) => Workplace;

/**
 * The spelling that the organiser wants, by `organisations:` of sosent.yaml: an alias becomes the name, and a unit
 * that stands in the same cell moves to its own. What no entry speaks of stays as it is written. Capital letters and
 * repeated blanks do not matter.
 */
export function organisationUnifier(organisations: readonly Organisation[]): OrganisationUnifier {
  if (organisations.length === 0) return (workplace) => workplace;
  const names = new Map<string, string>();
  // The names last: a name is its own organisation's, whatever lists it as an alias.
  for (const { name, aliases } of organisations) for (const alias of aliases) names.set(nameKey(alias), name);
  for (const { name } of organisations) names.set(nameKey(name), name);
  const divided = organisations.filter((one) => one.units.length > 0);
  // A unit beside its organisation's name tells more than one that stands alone.
  const dividers = [...divided.map(besideDivider), ...divided.map(aloneDivider)];
  const known = new Map<string, Workplace>();
  return (workplace) => {
    const { organisation, unit } = workplace;
    if (organisation === '') return workplace;
    const name = names.get(nameKey(organisation));
    if (name !== undefined) return { organisation: name, unit };
    const found = known.get(organisation) ?? divide(organisation, dividers);
    known.set(organisation, found);
    if (found.unit === '') return workplace;
    const isSame = unit === '' || nameKey(unit) === nameKey(found.unit);
    return { organisation: found.organisation, unit: isSame ? found.unit : `${found.unit}, ${unit}` };
  };
}

type Divider = (text: string) => Workplace | undefined;

function divide(text: string, dividers: readonly Divider[]): Workplace {
  for (const divider of dividers) {
    const found = divider(text);
    if (found !== undefined) return found;
  }
  return { organisation: text, unit: '' };
}

const SEPARATOR = /^[\s,;:/|–—-]+/u;
const STRONG_SEPARATOR = /\s*[,;/|–—]\s*$|\s+-\s+$/u;

/** `Oslo kommune, Bydel Sagene`, `NAV Bærum`, `Bydel Sagene - Oslo kommune`. */
function besideDivider({ name, aliases, units }: Organisation): Divider {
  const spellings = [name, ...aliases].map((one) => one.toLowerCase()).sort((a, b) => b.length - a.length);
  const patterns = units.map(patternOf);
  return (text) => {
    for (const spelling of spellings) {
      const unit = besideName(text, spelling).find((rest) => patterns.some((pattern) => pattern.test(rest)));
      if (unit !== undefined) return { organisation: name, unit };
    }
    return undefined;
  };
}

/** `Bydel Sagene`; but `*` speaks only of what stands beside the name, as every organisation would be a unit by it. */
function aloneDivider({ name, units }: Organisation): Divider {
  const patterns = units.filter((one) => one !== '*').map(patternOf);
  return (text) =>
    !/[,;/|–—]/.test(text) && patterns.some((pattern) => pattern.test(text))
      ? { organisation: name, unit: text }
      : undefined;
}

/** What stands behind a name and a separator, or before a separator and a name. */
function besideName(text: string, spelling: string): readonly string[] {
  const lower = text.toLowerCase();
  // A letter whose small form is longer would shift what is cut off (Turkish İ).
  if (lower.length !== text.length) return [];
  const behind = lower.startsWith(spelling) ? text.slice(spelling.length) : '';
  const before = lower.endsWith(spelling) ? text.slice(0, -spelling.length) : '';
  return [
    ...(SEPARATOR.test(behind) ? [behind.replace(SEPARATOR, '')] : []),
    ...(STRONG_SEPARATOR.test(before) ? [before.replace(STRONG_SEPARATOR, '')] : []),
  ].filter((rest) => rest !== '');
}

/** A name for comparison, as organisers and attendees write it. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}
