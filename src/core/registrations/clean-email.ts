import { cleanText, cleanToken } from './clean-text.ts';

/** One cell that should hold an e-mail address. */
export interface CleanedEmail {
  /** '' where there is none. */
  readonly email: string;
  /** The name in front of it, as in `Kari Nordmann <kari@example.org>`, else ''. */
  readonly name: string;
  /** Further addresses in the cell. */
  readonly others: readonly string[];
  /** True where the address had to be taken out of what stood around it. */
  readonly takenApart: boolean;
}

/** Why a cell is no address, and what was probably meant, where that is clear. */
export interface EmailFault {
  readonly fault: string;
  readonly meant?: string;
}

/** One address, as WHATWG's HTML standard has it, but with a dot in the domain, and letters of every script. */
const EMAIL =
  /^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]+@(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{M}\p{N}-]{2,}$/u;
/** RFC 5321 limits an address to 254 bytes, which is no more characters. */
const LONGEST = 254;

export function isEmail(text: string): boolean {
  return text.length <= LONGEST && EMAIL.test(text) && !/^\.|\.\.|\.@/.test(text);
}

/**
 * Takes the address out of a cell: `mailto:`, `Kari <kari@example.org>`, several addresses in one. What is no address
 * is not mended; the fault says what was probably meant. `ending` is that of the country's addresses: `no`.
 */
export function cleanEmail(cell: string, ending: string): CleanedEmail | EmailFault {
  const text = cleanToken(cell).replace(/^mailto:/i, '');
  if (text === '' || isEmail(text)) return { email: text, name: '', others: [], takenApart: false };
  const named = splitNamed(text);
  if (named !== undefined) return { ...named, others: [], takenApart: true };
  const parts = text.split(/[;,\s]+/u).filter((part) => part !== '');
  const addresses = parts.map((part) => splitNamed(part)?.email ?? part);
  if (addresses.every(isEmail)) {
    const [email = '', ...others] = new Set(addresses);
    return { email, name: '', others, takenApart: true };
  }
  return explain(text, ending);
}

/** `Kari Nordmann <kari@example.org>`; undefined for any other text. */
export function splitNamed(text: string): { readonly name: string; readonly email: string } | undefined {
  if (!text.endsWith('>')) return undefined;
  const bracket = text.lastIndexOf('<');
  const email = text
    .slice(bracket + 1, -1)
    .trim()
    .replace(/^mailto:/i, '');
  if (bracket === -1 || !isEmail(email)) return undefined;
  return { name: cleanText(cleanText(text.slice(0, bracket)).replace(/^"(.*)"$/, '$1')), email };
}

/** Each mends one slip that is often seen; those before it stay mended. */
const SLIPS: readonly ((text: string) => string)[] = [
  (text) => text.replace(/\s*[([{]\s*(?:at|a|@|krøllalfa)\s*[)\]}]\s*/i, '@'),
  (text) => text.replace(/\s+at\s+/i, '@'),
  (text) => text.replace(/\.{2,}/g, '.'),
  (text) => text.replace(/@{2,}/g, '@'),
  (text) => text.replace(/^[.<"']+|[.>"',;:]+$/g, '').replace('.@', '@'),
  (text) => text.replace(/\s*@\s*/, '@').replace(/,(?=\S)/g, '.'),
  (text) => text.replace(/\s*\.\s*/g, '.'),
];
/** Providers that people write without the end. */
const WHOLE: Readonly<Record<string, string>> = {
  gmail: 'gmail.com',
  hotmail: 'hotmail.com',
  outlook: 'outlook.com',
  icloud: 'icloud.com',
  yahoo: 'yahoo.com',
};

function explain(text: string, ending: string): EmailFault {
  const fault = 'is not an e-mail address';
  if (text.length > LONGEST) return { fault };
  if (/^".*"@/.test(text)) {
    return { fault: 'has quotation marks, which few mail servers take and sosent does not' };
  }
  const listed = text.split(/[;,]/).find((part) => isEmail(part.trim()));
  if (listed !== undefined) return { fault, meant: listed.trim() };
  let mended = text;
  for (const mend of SLIPS) {
    mended = mend(mended);
    if (isEmail(mended)) return { fault, meant: mended };
  }
  const domain = /^[^@\s]+@([\p{L}\p{N}-]+)$/u.exec(mended)?.[1]?.toLowerCase();
  if (domain === undefined) return { fault };
  const whole = Object.hasOwn(WHOLE, domain)
    ? WHOLE[domain]
    : ending === ''
      ? undefined
      : `${domain}.${ending}`;
  const likely = `${mended.slice(0, mended.lastIndexOf('@') + 1)}${whole}`;
  return whole !== undefined && isEmail(likely) ? { fault, meant: likely } : { fault };
}
