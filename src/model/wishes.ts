/**
 * Ranked wishes as one cell of data/attendees.csv: `arbeid > eldre = flyktninger > barn-unge`, where `>` separates
 * ranks and `=` ties. Ids of themes hold neither.
 */
export function renderWishes(wishes: readonly (readonly string[])[]): string {
  return wishes.map((tied) => tied.join(' = ')).join(' > ');
}

/** The inverse of `renderWishes`; tolerant of blanks. Gives ids of themes, not yet checked. */
export function parseWishes(cell: string): readonly (readonly string[])[] {
  return cell
    .split('>')
    .map((tied) =>
      tied
        .split('=')
        .map((one) => one.trim())
        .filter((one) => one !== ''),
    )
    .filter((tied) => tied.length > 0);
}

/** Rank from 1 of a theme in an attendee's wishes; 0 where it is not wished for. */
export function rankOf(wishes: readonly (readonly string[])[], theme: string): number {
  return wishes.findIndex((tied) => tied.includes(theme)) + 1;
}
