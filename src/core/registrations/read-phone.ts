import {
  type CountryCode,
  isSupportedCountry,
  Metadata,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';

/** The number in E.164, such as `+4791234567`; undefined where the text is no valid number. */
export type PhoneReader = (text: string) => string | undefined;

/**
 * Countries whose national pattern alone decides what is valid, as the test compares with the slow way. In others
 * several countries share a code (GB, IT, FI), and the pattern is too wide.
 */
const QUICK: readonly string[] = ['NO', 'SE', 'DK', 'DE'];

/** Digits and what people write between them. */
const PLAIN = /^\+?[\d\s().-]+$/;

/**
 * Reads phone numbers as they are written in a country (ISO 3166, `NO`); with no country, only those that begin with
 * `+`. A number with an extension is none, because E.164 has no place for the extension. Loading this module loads the
 * numbering plans of the world: import it only where there are phone numbers.
 */
export function phoneReader(country: string): PhoneReader {
  const home = isSupportedCountry(country) ? country : undefined;
  const quick = home === undefined || !QUICK.includes(home) ? () => undefined : quickReader(home);
  return (text) => {
    const plain = PLAIN.test(text);
    return (plain ? quick(text) : undefined) ?? readAny(text, home, plain);
  };
}

function readAny(text: string, home: CountryCode | undefined, plain: boolean): string | undefined {
  const options = { ...(home === undefined ? {} : { defaultCountry: home }), extract: false };
  const number = parsePhoneNumberFromString(text.replace(/^tel:/i, ''), options);
  if (number?.isValid()) return number.ext === undefined ? number.number : undefined;
  // Some systems strip a leading plus, and so does Excel: 4791234567.
  const code = home === undefined ? undefined : planOf(home).callingCode();
  if (!plain || code === undefined || !text.startsWith(code)) return undefined;
  const again = parsePhoneNumberFromString(`+${text}`, { extract: false });
  return again?.isValid() ? again.number : undefined;
}

/**
 * The usual number of the country by its numbering plan alone, ten times as fast: the pattern of a national number,
 * behind nothing or the country's own code. Undefined for whatever wants a closer look.
 */
function quickReader(home: CountryCode): PhoneReader {
  const plan = planOf(home);
  const code = plan.callingCode();
  const national = new RegExp(`^(?:${plan.nationalNumberPattern()})$`);
  const prefix = new RegExp(`^(?:${plan.nationalPrefixForParsing() ?? '0'}|0)`);
  return (text) => {
    const digits = text.replace(/\D+/g, '');
    const rest = !text.startsWith('+') ? digits : digits.startsWith(code) ? digits.slice(code.length) : '';
    return national.test(rest) && !prefix.test(rest) ? `+${code}${rest}` : undefined;
  };
}

interface NumberingPlan {
  callingCode(): string;
  nationalNumberPattern(): string;
  nationalPrefixForParsing(): string | undefined;
}

/** The package's types leave out what its numbering plans can tell; its own source has these three. */
function planOf(country: CountryCode): NumberingPlan {
  const metadata = new Metadata();
  metadata.selectNumberingPlan(country);
  return metadata.numberingPlan as unknown as NumberingPlan;
}
