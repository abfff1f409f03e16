import type { Registration } from '../model/registration.ts';
import type { TableRow } from '../tabular/table.ts';
import { type Accounts, findAccounts, preferAnswers } from './accounts.ts';
import { formTimeReader } from './form-times.ts';
import { openTable } from './open-table.ts';
import type { OpenedSource, Source, SourceSettings, SourceTable } from './source.ts';

/** What is special about the answers to one system's forms; each question is a column like any other. */
export interface Form {
  readonly id: string;
  readonly title: string;
  readonly detect: Source['detect'];
  /** What its own columns mean, by header, as in `Preset.columns`. */
  readonly columns: Readonly<Record<string, string>>;
  /** The columns that say whose account filled the form in. */
  readonly accounts: Accounts;
  /** True where a question of several choices ends each of them with `;`, the last one too. */
  readonly endsChoices?: true;
}

/**
 * A source for answers to a form. Forms number their answers 1, 2, 3, ..., if at all, so that ids count within one
 * form only; forms are told apart by their questions, as tables of no system are.
 */
export function formSource(form: Form): Source {
  return {
    id: form.id,
    title: form.title,
    detect: form.detect,
    open: (table, settings) => openForm(form, table, settings),
  };
}

function openForm(form: Form, table: SourceTable, settings: SourceSettings): OpenedSource {
  const accounts = findAccounts(table, settings, form.accounts);
  const columns = [
    ...settings.columns,
    ...accounts.map(({ header, field, asked }) => ({ header, field: asked ? 'extra' : field })),
    ...Object.entries(form.columns).map(([header, field]) => ({ header, field })),
  ];
  const opened = openTable(table, { ...settings, columns });
  const toIso = formTimeReader(timesOf(table, opened));
  const adapt = (registration: Registration, row: TableRow): Registration => {
    const answered = preferAnswers(registration, row, accounts);
    const { registeredAt } = answered.fields;
    const fields =
      registeredAt === undefined
        ? answered.fields
        : { ...answered.fields, registeredAt: toIso(registeredAt) };
    if (form.endsChoices !== true) return { ...answered, fields };
    return { ...answered, fields: withoutEnds(fields), extra: withoutEnds(answered.extra) };
  };
  return {
    ...opened,
    read: (row) => {
      const reading = opened.read(row);
      return { ...reading, registrations: reading.registrations.map((one) => adapt(one, row)) };
    },
  };
}

/** The first times of registration, which show how the form writes them. */
function timesOf({ sample }: SourceTable, { columns }: OpenedSource): string[] {
  const index = columns.findIndex(({ field }) => field === 'registeredAt');
  return sample.map(({ cells }) => cells[index] ?? '');
}

/** `Vegan;Gluten-free;` is `Vegan;Gluten-free`. */
function withoutEnds<T extends Readonly<Record<string, string | undefined>>>(cells: T): T {
  if (!Object.values(cells).some((cell) => cell?.endsWith(';'))) return cells;
  // The keys stay those of T, and the values were and are text.
  return Object.fromEntries(
    Object.entries(cells).map(([key, cell]) => [key, cell?.replace(/;$/, '')]),
  ) as unknown as T;
}
