import type { Language } from '../../model/text.ts';
import { renderDate, renderDays } from '../dates.ts';
import type { Block, Document, TableBlock } from '../documents/document.ts';
import { cellWord, columnWord } from './column-words.ts';
import { type Cell, type Column, type Export, type ExportData, type Table, titleOf } from './export.ts';
import { exportTitle, exportWords } from './words.ts';

/** Columns that only programs need: what they stand for is in another one. */
const IDS = [
  'time_slot',
  'session',
  'theme',
  'delegation',
  'room_id',
  'session_before',
  'session_after',
  'id',
];

/** What every document of an export starts with. */
export function documentOf(
  one: Pick<Export, 'name' | 'privacy'>,
  data: ExportData,
  blocks: readonly Block[],
  about: Partial<Document> = {},
): Document {
  const { event, language } = data;
  const [title, subtitle] = exportTitle(one.name, language);
  return {
    stem: one.name,
    title,
    subtitle,
    language,
    running: `${titleOf(data, event.title)}, ${renderDays(event, language)}`,
    notice: exportWords(language).notice[one.privacy],
    layout: 'portrait',
    print: 'normal',
    blocks,
    ...about,
  };
}

/** The tables of an export as a document, for those that have none of their own. */
export function tableDocument(one: Export, data: ExportData, tables: readonly Table[]): Document {
  const blocks = tables.flatMap((each): readonly Block[] => {
    const rows = each.rows(data);
    const heading: readonly Block[] =
      tables.length === 1
        ? []
        : [{ kind: 'heading', level: 2, text: columnWord(each.name || one.name, data.language) }];
    return [...heading, ...(rows.length === 0 ? [nobody(data)] : [tableBlock(each, rows, data)])];
  });
  return documentOf(one, data, blocks, { layout: 'landscape' });
}

export function nobody({ language }: ExportData): Block {
  return { kind: 'text', tone: 'muted', text: exportWords(language).nobody };
}

/** A table as people read it: words for headings, no ids, no column that is blank, no day where there is only one. */
export function tableBlock(
  { columns, inDocuments }: Pick<Table, 'columns' | 'inDocuments'>,
  rows: readonly (readonly Cell[])[],
  data: ExportData,
): TableBlock {
  const hasSeveralDays = new Set(data.event.timeSlots.map((one) => one.date)).size > 1;
  const text = (cell: Cell, kind?: Column['kind']): string => cellText(cell, kind, data.language);
  const isShown = ({ name, kind }: Column, index: number): boolean => {
    const isMeant = inDocuments === undefined ? !IDS.includes(name) : inDocuments.includes(name);
    const different = new Set(rows.map((row) => text(row[index] ?? null)));
    if (!isMeant || (different.size === 1 && different.has(''))) return false;
    return kind !== 'date' || hasSeveralDays;
  };
  const shown = columns.map((one, index) => ({ ...one, index })).filter((one) => isShown(one, one.index));
  return {
    kind: 'table',
    rowHeight: 'normal',
    columns: shown.map(({ name, kind, index }) => ({
      title: columnWord(name, data.language),
      align: kind === 'number' ? 'right' : 'left',
      share: kind === 'text' ? shareOf(rows.map((row) => text(row[index] ?? null))) : 0,
    })),
    rows: rows.map((row) =>
      shown.map(({ name, index, kind }) => cellWord(name, text(row[index] ?? null, kind), data.language)),
    ),
  };
}

function cellText(cell: Cell, kind: Column['kind'] | undefined, language: Language): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? exportWords(language).yes : exportWords(language).no;
  return kind === 'date' && cell !== '' ? renderDate(String(cell), language) : String(cell);
}

/** Cells of so many letters are never broken into lines. */
const SHORT = 15;

/** The width that most cells want beside others, in letters; 0 for as much as they need, where all are short. */
export function shareOf(cells: readonly string[]): number {
  const lengths = cells.map((one) => one.length).sort((a, b) => a - b);
  if ((lengths.at(-1) ?? 0) <= SHORT) return 0;
  const filled = lengths.filter((one) => one > 0);
  const most = filled[Math.floor(filled.length * 0.9)] ?? 0;
  return Math.min(Math.max(most, 10), 40);
}
