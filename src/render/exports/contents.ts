import {
  type Export,
  type ExportData,
  type ExportDocument,
  type Privacy,
  remember,
  type Table,
} from './export.ts';
import { tableDocument } from './table-document.ts';

/** The tables of an export; those with names only where names are asked for. */
export function tablesOf(one: Export, { withNames }: ExportData): readonly Table[] {
  return one.tables.filter((each) => each.onlyWithNames === undefined || withNames);
}

/** What is read of an export: documents of its own, else its tables as one. The same for all formats. */
export function documentsOf(one: Export, data: ExportData): readonly ExportDocument[] {
  return made(data)(one);
}

const made = remember((data) => {
  const known = new Map<Export, readonly ExportDocument[]>();
  return (one: Export): readonly ExportDocument[] => {
    const documents = known.get(one) ?? makeDocuments(one, data);
    known.set(one, documents);
    return documents;
  };
});

function makeDocuments(one: Export, data: ExportData): readonly ExportDocument[] {
  const privacy = privacyOf(one, data);
  return (
    one.documents?.(data) ?? [
      { document: tableDocument({ ...one, privacy }, data, tablesOf(one, data)), privacy },
    ]
  );
}

/** With names that were asked for, an export says more about people than without. */
export function privacyOf(one: Export, { withNames }: ExportData): Privacy {
  return withNames && one.tables.some((each) => each.onlyWithNames) ? 'health' : one.privacy;
}
