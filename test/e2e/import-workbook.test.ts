import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { readAttendees } from '../../src/folder/attendees.ts';
import { openEvent } from '../../src/folder/event-folder.ts';
import { decode } from '../../src/tabular/decode.ts';
import { parseTable } from '../../src/tabular/parse-table.ts';
import { copyExample, makeEventFolder, readFiles } from '../helpers/event-folder.ts';
import { documentOf, runCli } from '../helpers/run-cli.ts';

const FORM = 'registrations/webform.csv';
const LIST = 'registrations/pamelding-kommune.csv';

/** A CSV file as Excel would keep it: the times of its first column are numbers that are shown as times. */
async function asWorkbook(csv: Uint8Array): Promise<Buffer> {
  const { headers, rows } = parseTable(decode(csv).text);
  const times = headers.map((header) => header === 'Submitted at');
  const cells = rows.map((row) =>
    row.cells.map((text, index) =>
      times[index] === true
        ? { value: new Date(`${text.replace(' ', 'T')}Z`), format: 'yyyy-mm-dd hh:mm:ss' }
        : text === ''
          ? null
          : { value: text },
    ),
  );
  return writeExcelFile([headers.map((value) => ({ value })), ...cells]).toBuffer();
}

/** Everybody, without the name of the file they came from. */
async function attendeesOf(root: string): Promise<readonly object[]> {
  const { value } = await readAttendees(await openEvent({ cwd: root, eventPath: undefined }));
  return value.map(({ source: _file, ...rest }) => rest);
}

async function importExample(files: readonly string[], workbook?: Uint8Array) {
  const root = await copyExample('sosent-2016');
  await rm(join(root, 'data/attendees.csv'), { force: true });
  if (workbook !== undefined) await writeFile(join(root, 'webform.xlsx'), workbook);
  const run = await runCli(['import', ...files, '--json'], { cwd: root });
  return { root, run, document: documentOf<{ counts: object; files: readonly { rows: number }[] }>(run) };
}

describe('sosent import of workbooks', () => {
  it("gives the same attendees from a workbook as from the example's own file, without a flag", async () => {
    const csv = await readFile(new URL(`../../examples/sosent-2016/${FORM}`, import.meta.url));
    const plain = await importExample([LIST, FORM]);
    const book = await importExample([LIST, 'webform.xlsx'], await asWorkbook(csv));
    expect(book.document.result.counts).toEqual(plain.document.result.counts);
    const [, csvFile] = plain.document.result.files;
    const { rows } = csvFile ?? { rows: 0 };
    expect(rows).toBeGreaterThan(70);
    expect(book.document.result.files[1]).toMatchObject({ sheet: 'Sheet1', rows, encoding: '' });
    expect(await attendeesOf(book.root)).toEqual(await attendeesOf(plain.root));
    const all = await importExample([LIST, FORM, 'webform.xlsx'], await asWorkbook(csv));
    expect(await attendeesOf(all.root)).toEqual(await attendeesOf(plain.root));
    const before = await readFiles(book.root);
    await runCli(['import', LIST, 'webform.xlsx'], { cwd: book.root });
    expect(await readFiles(book.root)).toEqual(before);
  });

  it('reads a workbook from standard input, and says which sheet it was', async () => {
    const root = await makeEventFolder();
    const bytes = await writeExcelFile(
      [
        ['Name', 'Wishes'],
        ['Ada Lowe', 'Music > Mathematics'],
      ].map((row) => row.map((value) => ({ value }))),
    ).toBuffer();
    const run = await runCli(['import', '-'], { cwd: root, input: bytes });
    expect([run.status, run.stdout.split('\n')[0]]).toEqual([0, 'stdin  sheet "Sheet1", 1 row']);
  });

  it('obeys --source before the looks of a file', async () => {
    const root = await makeEventFolder({
      'form.csv': 'ID,Start time,Completion time,Email,Name\n1,,,anonymous,Ada Lowe\n',
    });
    const run = (...args: string[]) =>
      runCli(['import', 'form.csv', '--dry-run', '--json', ...args], { cwd: root });
    const told = documentOf<{ files: readonly object[] }>(await run());
    const table = documentOf<{ files: readonly object[] }>(await run('--source', 'table'));
    expect(told).toMatchObject({ exit: 0, problems: [], result: { files: [{ source: 'Microsoft Forms' }] } });
    // As a table like any other, "anonymous" is a faulty address.
    expect(table).toMatchObject({
      exit: 1,
      problems: [{ code: 'SOS208' }],
      result: { files: [{ source: 'table', why: 'you chose it with --source' }] },
    });
  });

  it('lists the sources where --source names none', async () => {
    const root = await makeEventFolder({ 'list.csv': 'Name\nAda\n' });
    const run = await runCli(['import', 'list.csv', '--source', 'survey'], { cwd: root });
    expect([run.status, run.stderr]).toEqual([
      2,
      expect.stringMatching(
        /SOS225 {2}There is no source "survey"\.\n {2}hint: Sources: .*google-forms.*table/s,
      ),
    ]);
  });
});
