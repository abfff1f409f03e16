import { compactHeader } from './columns/normalise-header.ts';
import { formSource } from './form.ts';

/** What the first column is called, in English and in the languages of the north. */
const TIMESTAMPS = ['Timestamp', 'Tidsmerke', 'Tidsstempel', 'Tidstämpel', 'Zeitstempel'];

/**
 * The times that Google writes there: `2026/05/28 7:01:33 PM GMT+2` in a download of the form, `06.09.2025 kl. 15.37.20`
 * or `5/28/2026 19:01:33` in one of its spreadsheet, and what a workbook makes of these.
 */
const TIME =
  /^(\d{4}\/\d{1,2}\/\d{1,2} \d{1,2}:\d{2}:\d{2} [AP]M [A-Z]{3}|\d{1,2}\.\d{1,2}\.\d{4} (kl\. )?\d{1,2}[.:]\d{2}[.:]\d{2}$|\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d{2}:\d{2}$|\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}$)/;

/** Google Forms, as a download of the answers or of the spreadsheet that collects them. */
export const googleForms = formSource({
  id: 'google-forms',
  title: 'Google Forms',
  detect: ({ headers, sample }) => {
    const [first = ''] = headers;
    if (!TIMESTAMPS.some((one) => compactHeader(one) === compactHeader(first))) return undefined;
    const times = sample.map(({ cells }) => cells[0]?.trim() ?? '').filter((cell) => cell !== '');
    if (times.length === 0 || !times.every((time) => TIME.test(time))) return undefined;
    return `its first column is ${first} with times as Google writes them`;
  },
  columns: Object.fromEntries(TIMESTAMPS.map((header) => [header, 'registeredAt'])),
  // Where addresses are collected, they follow the time.
  accounts: {
    within: 2,
    fields: { 'Email Address': 'email', Username: 'email', 'E-postadresse': 'email', Brukernavn: 'email' },
  },
});
