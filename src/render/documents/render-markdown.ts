import { cleanDocument } from './clean-document.ts';
import type { Block, Document, SignBlock, TableBlock } from './document.ts';

/** A document as GitHub's Markdown (GFM), for a wiki, an issue, a mail. Texts stay texts: nothing in them is markup. */
export function renderMarkdown(document: Document): string {
  const { title, subtitle, running, notice, blocks } = cleanDocument(document);
  const parts = [
    `# ${inline(title)}`,
    inline(subtitle),
    `*${inline(running)}*`,
    notice === '' ? '' : `> ${inline(notice)}`,
    ...blocks.map(renderBlock),
  ];
  return `${parts.filter((one) => one !== '').join('\n\n')}\n`;
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${inline(block.text)}`;
    case 'text':
      return block.tone === 'muted' ? `*${inline(block.text)}*` : paragraph(block.text);
    case 'facts':
      return block.facts.map(({ label, value }) => `- ${inline(label)}: **${inline(value)}**`).join('\n');
    case 'table':
      return renderTable(block);
    case 'list':
      return block.items
        .map(({ text, note }) => `- ${inline(text)}${note === '' ? '' : ` *(${inline(note)})*`}`)
        .join('\n');
    case 'lines':
      return [`${inline(block.label)}\n`, ...Array.from({ length: block.count }, () => '- …')].join('\n');
    case 'bars':
      return block.bars.map((bar) => `- ${inline(bar.label)}: ${inline(bar.text)}`).join('\n');
    case 'sign':
      return renderSign(block);
    case 'page-break':
      return '---';
  }
}

function renderTable({ columns, rows }: TableBlock): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map((one) => inline(one.title))),
    line(columns.map((one) => (one.align === 'right' ? '---:' : '---'))),
    ...rows.map((row) => line(row.map(inline))),
  ].join('\n');
}

function renderSign({ title, note, rows }: SignBlock): string {
  const lines = rows.map((row) => `- **${inline(row.time)}** ${inline(row.text)}`);
  return [`## ${inline(title)}`, inline(note), lines.join('\n')].filter((one) => one !== '').join('\n\n');
}

/** Line feeds stay in a paragraph. */
function paragraph(text: string): string {
  return text
    .split('\n')
    .map((line) => inline(line))
    .filter((line) => line !== '')
    .join('\\\n');
}

/**
 * One line of plain text: every sign that is markup anywhere in a line is escaped, one that is so at its beginning there
 * (CommonMark 2.4; GFM 6.9 makes links of bare addresses).
 */
function inline(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/[\\`*_[\]<>|~$]|&(?=#?\w+;)/g, '\\$&')
    .replaceAll('://', ':\\//')
    .replaceAll(/\b(www)\./gi, '$1\\.')
    .replace(/^(?:[#+\-=!:]|\d+(?=[.)]))/, (start) => (/^\d/.test(start) ? `${start}\\` : `\\${start}`));
}
