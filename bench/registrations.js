import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

const GIVEN = 'Kari Ola Ingrid Lars Åse Bjørn Sofie Jonas Fatima Mohamed Anne Per Nina Tor Silje Erik'.split(
  ' ',
);
const FAMILY = 'Nordmann Hansen Johansen Olsen Larsen Andersen Pedersen Nilsen Berg Haugen Hagen Moe'.split(
  ' ',
);
const THEMES = ['Barn og unge', 'Flyktninger', 'Arbeid', 'Eldre'];
const UNITS = ['Bydel Sagene', 'NAV Grünerløkka', 'Kultur og fritid', '', 'Helse og omsorg'];
const HEADER =
  'Ordrenr;Registrert;Fornavn;Etternavn;E-post;Mobil;Organisasjon;Enhet/bydel;Stilling;Deltakertype;Tema 1. valg;Tema 2. valg;Tema 3. valg;Matallergier;Kommentar';

/**
 * A registration export of invented people, 15 columns, as a Norwegian Excel writes it; the same rows for the same
 * count. About 178 bytes a row; one comment in twenty is quoted.
 * @param {string} path
 * @param {number} rows
 */
export async function writeRegistrations(path, rows) {
  const random = generator(7);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const out = createWriteStream(path);
  let piece = `${HEADER}\r\n`;
  for (let row = 0; row < rows; row += 1) {
    const [given, family] = [pick(GIVEN), pick(FAMILY)];
    const themes = [...THEMES].sort(() => random() - 0.5);
    const cells = [
      100_000 + row,
      `2016-09-${String(1 + Math.floor(random() * 28)).padStart(2, '0')} 10:${String(Math.floor(random() * 60)).padStart(2, '0')}`,
      `${given} ${row.toString(36)}`,
      family,
      `${given}.${family}.${row}@example.org`.toLowerCase(),
      `+47 9${String(Math.floor(random() * 1e7)).padStart(7, '0')}`,
      `Organisasjon ${Math.floor((random() * rows) / 10)}`,
      pick(UNITS),
      'Rådgiver',
      'Kommune',
      ...themes.slice(0, 3),
      random() < 0.1 ? 'Gluten, nøtter' : '',
      random() < 0.05 ? '"Kommer litt sent; ca. 10:30"' : 'Ingen',
    ];
    piece += `${cells.join(';')}\r\n`;
    if (piece.length > 1_000_000) {
      if (!out.write(piece)) await once(out, 'drain');
      piece = '';
    }
  }
  out.end(piece);
  await once(out, 'finish');
}

/**
 * Numbers from 0 to 1, the same on every machine (a linear congruential generator with the constants of C's rand).
 * @param {number} seed
 */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
