import { compactHeader } from './columns/normalise-header.ts';
import { formSource } from './form.ts';

/** The columns that every export begins with, in English and bokmål; the questions follow. */
const BEGINNINGS: readonly (readonly string[])[] = [
  ['ID', 'Start time', 'Completion time', 'Email', 'Name'],
  ['ID', 'Starttidspunkt', 'Fullføringstidspunkt', 'E-post', 'Navn'],
];

/**
 * Microsoft Forms, as a workbook or saved from one as CSV. `Email` and `Name` are those of the account, `anonymous` and
 * blank where the form is open to everybody. A ranking question gives its options in their order: `Work;Refugees;`.
 */
export const microsoftForms = formSource({
  id: 'microsoft-forms',
  title: 'Microsoft Forms',
  detect: ({ headers }) => {
    const found = BEGINNINGS.find((beginning) =>
      beginning.every((header, index) => compactHeader(headers[index] ?? '') === compactHeader(header)),
    );
    return found === undefined ? undefined : `it begins with the columns ${found.join(', ')}`;
  },
  columns: {
    ID: 'sourceId',
    'Start time': 'extra',
    Starttidspunkt: 'extra',
    'Completion time': 'registeredAt',
    Fullføringstidspunkt: 'registeredAt',
    'Last modified time': 'extra',
  },
  accounts: { within: 5, fields: { Email: 'email', Name: 'name', 'E-post': 'email', Navn: 'name' } },
  endsChoices: true,
});
