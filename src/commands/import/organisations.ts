import type { NearEquals } from '../../core/organisations/suggest-organisations.ts';
import { listSpellings, toOrganisation } from '../../core/organisations/tell-near-equals.ts';
import type { Organisation } from '../../model/event.ts';
import type { Prompt } from '../../ports.ts';
import { safeText } from '../../render/terminal/safe-text.ts';

/** After so many questions the rest is left to the hints. */
const MOST_QUESTIONS = 10;

/**
 * Asks which spellings are one organisation; gives back the entries of `organisations:` that make them one. What the
 * folder had been spelt like before is not asked about again.
 */
export async function askOrganisations(
  prompt: Prompt,
  doubts: readonly NearEquals[],
  before: ReadonlySet<string>,
): Promise<readonly Organisation[]> {
  const fresh = doubts.filter(({ spellings }) => spellings.some(({ name }) => !before.has(name)));
  const accepted: Organisation[] = [];
  for (const doubt of fresh.slice(0, MOST_QUESTIONS)) {
    const question = `Perhaps one organisation: ${safeText(listSpellings(doubt))}.
  Write all as "${safeText(doubt.name)}", and save that to sosent.yaml?`;
    if (await prompt.confirm(question, doubt.sure)) accepted.push(toOrganisation(doubt));
  }
  return accepted;
}
