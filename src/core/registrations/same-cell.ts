/**
 * Whether two cells of one field say the same in other letters, so that an import need not report a change: a phone
 * number with or without country code and blanks, an e-mail address whose domain is in capitals.
 */
export function sameCell(field: string, a: string, b: string): boolean {
  if (a === b) return true;
  if (a === '' || b === '') return false;
  if (field === 'phone') return samePhone(a, b);
  return field === 'email' && lowerDomain(a) === lowerDomain(b);
}

/** A full number has at least seven digits (E.164 has the shortest at that), and a country code at most three. */
const FEWEST_DIGITS = 7;
const LONGEST_CODE = 3;
const NUMBER = /^(?:tel:)?\+?[\d\s().-]+$/i;

/** By the digits alone, without loading numbering plans: `+4791234567`, `912 34 567` and Excel's `4791234567`. */
function samePhone(a: string, b: string): boolean {
  if (!NUMBER.test(a) || !NUMBER.test(b)) return false;
  const [short = '', long = ''] = [digitsOf(a), digitsOf(b)].sort((x, y) => x.length - y.length);
  if (short === long) return short !== '';
  return short.length >= FEWEST_DIGITS && long.endsWith(short) && long.length - short.length <= LONGEST_CODE;
}

/** Without the zeros that stand for "abroad" and "another area": `0047...`, `070...`. */
function digitsOf(number: string): string {
  return number.replace(/\D+/g, '').replace(/^0+/, '');
}

function lowerDomain(address: string): string {
  const at = address.lastIndexOf('@');
  return address.slice(0, at) + address.slice(at).toLowerCase();
}
