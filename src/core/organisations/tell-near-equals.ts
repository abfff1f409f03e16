import { finding } from '../../errors.ts';
import type { Event, Organisation } from '../../model/event.ts';
import type { Finding } from '../../model/finding.ts';
import type { NearEquals } from './suggest-organisations.ts';
import { nameKey } from './unify-organisation.ts';

/** Spellings named in one message before the rest is counted. */
const MOST_SPELLINGS = 6;

/** One hint for spellings that are probably one organisation, with what to write into sosent.yaml to have them as one. */
export function tellNearEquals(found: NearEquals, event: Pick<Event, 'organisations'>): Finding {
  const isListed = event.organisations.some((one) => one.name === found.name);
  const { name, aliases } = toOrganisation(found);
  const quoted = aliases.map((alias) => JSON.stringify(alias)).join(', ');
  const entry = `- { name: ${JSON.stringify(name)}, aliases: [${quoted}] }`;
  return finding('SOS245', `Perhaps one organisation: ${listSpellings(found)}.`, {
    facts: { spellings: found.spellings, name, aliases, isListed },
    hint: isListed
      ? `If so, add to the aliases of ${JSON.stringify(name)} in sosent.yaml: ${quoted}`
      : `If so, add to sosent.yaml under organisations:  ${entry}  If not, list each as a name of its own.`,
  });
}

/** `"Bærum kommune" (12), "Baerum Kommune" (3)`, the most common first. */
export function listSpellings({ spellings }: NearEquals): string {
  const named = spellings.slice(0, MOST_SPELLINGS).map((one) => `"${one.name}" (${one.people})`);
  const rest = spellings.length - named.length;
  return rest === 0 ? named.join(', ') : `${named.join(', ')} and ${rest} more`;
}

/** The entry of `organisations:` that makes them one; capital letters alone need no alias. */
export function toOrganisation({ name, spellings }: NearEquals): Organisation {
  const aliases = new Map(spellings.map((one) => [nameKey(one.name), one.name]));
  aliases.delete(nameKey(name));
  return { name, aliases: [...aliases.values()], units: [] };
}
