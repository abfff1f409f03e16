import type { Registration } from '../model/registration.ts';
import type { TableRow } from '../tabular/table.ts';
import { mapColumns } from './columns/map-columns.ts';
import { compactHeader } from './columns/normalise-header.ts';
import type { SourceSettings, SourceTable } from './source.ts';

/** One column in which a form writes down whose account filled it in. */
export interface AccountColumn {
  readonly header: string;
  readonly index: number;
  readonly field: 'name' | 'email';
  /** True where the form also asks for the same: then the account is only kept, as an extra column. */
  readonly asked: boolean;
}

/** Which columns of a form say whose account filled it in. */
export interface Accounts {
  /** They stand among so many columns at the beginning; a question of that name further on is a question. */
  readonly within: number;
  readonly fields: Readonly<Record<string, AccountColumn['field']>>;
}

/** What stands in an account column where nobody was signed in. */
const NOBODY = /^anonym(ous|e|t)?$/i;

/**
 * Who fills in a form need not be who comes: a secretary registers five colleagues. So where the form asks for a name
 * or an address, the answer counts, and the account is used for what was not asked or not answered. A column that the
 * organiser has mapped is left to the organiser.
 */
export function findAccounts(
  { file, headers }: SourceTable,
  { columns: own }: SourceSettings,
  accounts: Accounts,
): readonly AccountColumn[] {
  const known = new Map(
    Object.entries(accounts.fields).map(([header, field]) => [compactHeader(header), field]),
  );
  for (const { header } of own) known.delete(compactHeader(header));
  const columns = headers.slice(0, accounts.within).flatMap((header, index) => {
    const field = known.get(compactHeader(header));
    return field === undefined ? [] : [{ header, index, field }];
  });
  const questions = headers.filter((_header, index) => !columns.some((one) => one.index === index));
  // What a question means is told by its header alone here.
  const asked = new Set(mapColumns({ file, headers: questions, sample: [] }, own).fields);
  if (asked.has('givenName')) asked.add('name');
  return columns.map((column) => ({ ...column, asked: asked.has(column.field) }));
}

/** The answers of one row, completed by the account; an account that is nobody's leaves no trace. */
export function preferAnswers(
  registration: Registration,
  { cells }: TableRow,
  accounts: readonly AccountColumn[],
): Registration {
  const fields = { ...registration.fields };
  const extra = { ...registration.extra };
  for (const { header, index, field, asked } of accounts) {
    const account = cells[index]?.trim() ?? '';
    const known = account !== '' && !NOBODY.test(account);
    const isAnswered =
      asked && (fields[field] ?? (field === 'name' ? fields.givenName : undefined)) !== undefined;
    if (!isAnswered && known) fields[field] = account;
    if (!asked && !known) delete fields[field];
    if (!isAnswered || !known) delete extra[header];
  }
  return { ...registration, fields, extra };
}
