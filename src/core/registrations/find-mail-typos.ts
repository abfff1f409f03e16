import { problem } from '../../errors.ts';
import type { Problem } from '../../model/problem.ts';
import { nearTexts } from '../near-texts.ts';
import { placeOf } from './place-of.ts';
import type { RowStore } from './row-store.ts';

/** Providers of private addresses, worldwide and in the North. */
const PROVIDERS = [
  'gmail.com',
  'hotmail.com',
  'hotmail.no',
  'outlook.com',
  'icloud.com',
  'yahoo.com',
  'yahoo.no',
  'online.no',
  'protonmail.com',
  'telia.com',
  'frisurf.no',
];
/** Real domains that are one slip away from a provider. */
const REAL = new Set(['mail.com', 'gmx.com', 'ymail.com', 'email.com', 'online.nu']);
/** Providers that have one end only, so that another is a slip. */
const ONE_END: Readonly<Record<string, string>> = { gmail: 'gmail.com', icloud: 'icloud.com' };
/** Ends of an address that are one slip away from a common one and do not exist. */
const WRONG_ENDS: Readonly<Record<string, string>> = {
  con: 'com',
  cmo: 'com',
  ocm: 'com',
  comm: 'com',
  vom: 'com',
  xom: 'com',
  cim: 'com',
  nno: 'no',
  noo: 'no',
};
/** So many people use a domain that a rare one beside it is rather a slip. */
const COMMON = 4;
/** And it is rare where at least so many times as many use the other. */
const TIMES = 4;

/** Sees all addresses of an import, and then tells which of them are probably wrong. */
export interface MailTypoFinder {
  readonly see: (email: string) => void;
  readonly find: (rows: Rows) => readonly Problem[];
}

type Rows = Pick<RowStore, 'length' | 'field' | 'origin' | 'line'>;

/**
 * Hints at addresses that are sound and still probably mistyped, because their domain is one slip away from a large
 * provider or from a domain that many others in the import use, or lacks the end that theirs has. The address itself
 * stays as it is. One hint per row.
 */
export function mailTypoFinder(): MailTypoFinder {
  const counts = new Map<string, number>();
  return {
    see(email) {
      const domain = domainOf(email);
      if (domain !== '') counts.set(domain, (counts.get(domain) ?? 0) + 1);
    },
    find(rows) {
      const mend = domainMender(counts);
      const meant = new Map<string, string>();
      for (const domain of counts.keys()) {
        const likely = mend(domain);
        if (likely !== undefined) meant.set(domain, likely);
      }
      return meant.size === 0 ? [] : findTypos(rows, meant);
    },
  };
}

function findTypos(rows: Rows, meant: ReadonlyMap<string, string>): readonly Problem[] {
  const typos: Problem[] = [];
  for (let index = 0; index < rows.length; index += 1) {
    const email = rows.field(index, 'email');
    const likely = meant.get(domainOf(email));
    if (likely === undefined) continue;
    const whole = `${email.slice(0, email.lastIndexOf('@') + 1)}${likely}`;
    typos.push(
      problem('SOS241', `Is "${email}" meant to be "${whole}"?`, {
        location: placeOf({ origin: rows.origin(index), line: rows.line(index) }, 'email'),
        hint: 'The address was kept as it is. If it is wrong, mend it in the source or in data/attendees.csv.',
      }),
    );
  }
  return typos;
}

function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase();
}

type Mender = (domain: string) => string | undefined;

/** The domain that another is probably a slip for; undefined for one that nothing speaks against. */
function domainMender(counts: ReadonlyMap<string, number>): Mender {
  const menders = [providerMender(counts), neighbourMender(counts), mendEnd];
  return (domain) => {
    if (REAL.has(domain) || PROVIDERS.includes(domain)) return undefined;
    for (const mend of menders) {
      const likely = mend(domain);
      if (likely !== undefined) return likely;
    }
    return undefined;
  };
}

/** `gmial.com`, `gmail.no`; but a domain that many use beside a provider's is one of its own. */
function providerMender(counts: ReadonlyMap<string, number>): Mender {
  const near = nearTexts(PROVIDERS);
  return (domain) => {
    if ((counts.get(domain) ?? 0) >= COMMON) return undefined;
    const [label = '', ...ends] = domain.split('.');
    return (
      near(domain)[0] ?? (ends.length === 1 && Object.hasOwn(ONE_END, label) ? ONE_END[label] : undefined)
    );
  };
}

/** One slip away from what many others use, or without the end of it. */
function neighbourMender(counts: ReadonlyMap<string, number>): Mender {
  const common = [...counts].filter(([, people]) => people >= COMMON).map(([domain]) => domain);
  const near = nearTexts(common);
  const whole = new Map(common.map((domain) => [domain.slice(0, domain.lastIndexOf('.')), domain]));
  return (domain) => {
    const people = counts.get(domain) ?? 0;
    return [...near(domain).filter((other) => sameStart(domain, other)), whole.get(domain)].find(
      (other) => other !== undefined && people * TIMES <= (counts.get(other) ?? 0),
    );
  };
}

function mendEnd(domain: string): string | undefined {
  const dot = domain.lastIndexOf('.') + 1;
  const end = domain.slice(dot);
  return Object.hasOwn(WRONG_ENDS, end) ? `${domain.slice(0, dot)}${WRONG_ENDS[end]}` : undefined;
}

/** `skolen.no` and `skoln.no`, but not `uib.no` and `uia.no`: two short names are rather two organisations. */
function sameStart(a: string, b: string): boolean {
  const length = Math.min(a.indexOf('.'), b.indexOf('.'));
  return length >= 5 && a[0] === b[0] && a.replace(/\D+/g, ' ') === b.replace(/\D+/g, ' ');
}
