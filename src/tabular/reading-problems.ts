import { problem } from '../errors.ts';
import type { Problem } from '../model/problem.ts';
import type { FoundHeader } from './find-header.ts';
import { type LineTally, onLines } from './line-tally.ts';
import type { RecordFindings } from './record-findings.ts';

/** What an organiser should know about the top of a table. */
export function headerProblems(file: string, { title, groups, headers, line }: FoundHeader): Problem[] {
  const problems: Problem[] = [];
  const [first] = title;
  if (first !== undefined) {
    const texts = title.map(({ cells }) => quoted(cells.find((cell) => cell.trim() !== '') ?? ''));
    problems.push(
      problem(
        'SOS230',
        `The table begins on line ${line}; what stands above it was left out: ${texts.join(', ')}.`,
        {
          location: { file, line: first.line },
          hint: 'If one of these lines is the header, fill in its other cells, or delete the lines above it.',
        },
      ),
    );
  }
  if (groups.length > 0) {
    problems.push(
      problem(
        'SOS231',
        `The table has two header rows; the columns are called ${list(headers.map(quoted))}.`,
        {
          location: { file, line },
          hint: `The row above holds the group titles ${list(groups.map(quoted))}. If it is the header and line ${line} is a person, fill in its empty cells.`,
        },
      ),
    );
  }
  return problems;
}

/** What was met in the rows. */
export function rowProblems(file: string, found: RecordFindings, wrapped: LineTally): Problem[] {
  const at = (tally: LineTally) => ({ file, line: tally.first[0] ?? 1 });
  const problems: Problem[] = [];
  if (wrapped.count > 0) {
    problems.push(
      problem(
        'SOS233',
        `${onLines(wrapped)}, the whole row stands in quotation marks; it was read as its cells.`,
        {
          location: at(wrapped),
          hint: 'A spreadsheet that expects another delimiter saves a file like this. Nothing is lost.',
        },
      ),
    );
  }
  if (found.strayQuotes.count > 0) {
    problems.push(
      problem(
        'SOS234',
        `${onLines(found.strayQuotes)}, a quotation mark in the middle of a cell was taken as text.`,
        {
          location: at(found.strayQuotes),
          hint: 'Check that the row is cut into the right cells. In CSV such a cell is written "5"" pipe".',
        },
      ),
    );
  }
  if (found.nuls.count > 0) {
    problems.push(
      problem('SOS235', `${onLines(found.nuls)}, NUL bytes were left out: they mean nothing in a text.`, {
        location: at(found.nuls),
        hint: 'The file was probably damaged when it was copied. Compare these lines, or export it again.',
      }),
    );
  }
  if (found.lost.count > 0) {
    problems.push(
      problem('SOS219', `${onLines(found.lost)}, characters are lost and show as "\ufffd".`, {
        location: at(found.lost),
        hint: 'Export the file again as UTF-8, or name its encoding with --encoding, so that names are not imported with holes.',
      }),
    );
  }
  if (found.garbled.count > 0) {
    problems.push(
      problem(
        'SOS236',
        `${onLines(found.garbled)}, letters look garbled, as "\u00c3\u00a6" in place of "\u00e6".`,
        {
          location: at(found.garbled),
          hint: 'A program has read the file in the wrong encoding and saved it. Export it again from where it was made; nothing was changed here.',
        },
      ),
    );
  }
  if (found.openQuoteLine !== undefined) {
    problems.push(
      problem(
        'SOS205',
        'A quotation mark opens here and never closes. This row and all below it were left out.',
        {
          location: { file, line: found.openQuoteLine },
          hint: 'Delete the mark, or write its cell as "..." with inner marks doubled, and import again.',
        },
      ),
    );
  }
  if (found.endlessLine !== undefined) {
    problems.push(
      problem('SOS201', 'The row that begins here has more than 4 MB. It and all below it were left out.', {
        location: { file, line: found.endlessLine },
        hint: 'This is probably no CSV file. Export the registrations as CSV UTF-8 and import that file.',
      }),
    );
  }
  return problems;
}

function quoted(text: string): string {
  return `"${text.trim()}"`;
}

const MOST_NAMED = 8;

function list(texts: readonly string[]): string {
  const more = texts.length - MOST_NAMED;
  return more > 0 ? `${texts.slice(0, MOST_NAMED).join(', ')} and ${more} more` : texts.join(', ');
}
