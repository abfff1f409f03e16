import { SosentError } from '../../errors.ts';
import { type PdfJob, type PrintJob, TypstFailure } from '../../ports.ts';
import { explainTypst } from '../badges/typst-problems.ts';
import type { Template, TemplateText } from '../templates/compile-template.ts';
import type { Block, Document } from './document.ts';
import { type DocumentLook, viewDocument } from './document-view.ts';

export interface PdfSetting {
  readonly template: Template;
  /** The template's text and path, for messages. */
  readonly source: TemplateText;
  /** What it imports. */
  readonly files: PrintJob['files'];
  /** Stands in the file as its time, so that the same input gives the same bytes. */
  readonly createdAt: Date;
}

/** A document as what Typst prints it from. Throws SOS502 for a template that fails. */
export function renderPdf(
  document: Document,
  look: DocumentLook,
  { template, files, createdAt }: PdfSetting,
): PdfJob {
  const source = template(viewDocument(withBreaks(document), look)).replaceAll(/\n{2,}/g, '\n');
  return { source, files, createdAt, boxes: undefined, label: undefined, pictures: false };
}

/** SOS504 where Typst refuses what the template made; other errors as they are. */
export function explainRefusal(error: unknown, { source }: PdfSetting): unknown {
  return error instanceof TypstFailure ? new SosentError(explainTypst(error, [source])) : error;
}

/** Words that a line may have no room for can be broken: a zero-width space every so many letters, and in addresses. */
function withBreaks(document: Document): Document {
  return { ...document, blocks: document.blocks.map(breakBlock) };
}

function breakBlock(block: Block): Block {
  if (block.kind === 'table') return { ...block, rows: block.rows.map((row) => row.map(breakLong)) };
  if (block.kind === 'text' || block.kind === 'heading') return { ...block, text: breakLong(block.text) };
  if (block.kind !== 'list') return block;
  return {
    ...block,
    items: block.items.map(({ text, note }) => ({ text: breakLong(text), note: breakLong(note) })),
  };
}

/** Typst hyphenates words of a language; scripts that are written without blanks break by themselves. */
const LONG_WORD = /[\x21-\x7e\u00c0-\u024f]{30,}/g;

function breakLong(text: string): string {
  return text.length < 30
    ? text
    : text.replaceAll(LONG_WORD, (word) => word.replaceAll(/(?:.{16}|[@._/-])(?=.)/g, '$&\u200b'));
}
