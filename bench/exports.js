/**
 * `npm run bench:exports [-- exports|workbooks]`: every export of 2,000 people, format by format and together, as the whole command; and a workbook
 * of 100,000 rows by 20 columns against exceljs (its streaming writer too), which is installed into a temporary folder.
 * Medians of three. Linux, for the memory.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeExportEvent } from './export-people.js';
import { report, watchRun } from './watch-run.js';

const CLI = fileURLToPath(new URL('../bin/sosent.js', import.meta.url));
const WRITER = new URL('../dist/tabular/workbook/write-workbook.js', import.meta.url).href;
const LIBRARY = import.meta.resolve('write-excel-file/node');
const FORMATS = [
  'csv',
  'xlsx',
  'json',
  'md',
  'html',
  'ics',
  'pdf',
  'csv,xlsx,html,ics',
  'csv,xlsx,html,pdf,ics',
];
const ROUNDS = 3;

/** The same rows for every writer: a number in every fifth column, else texts, some of which repeat. */
const ROWS = `const rows = Array.from({ length: 100_000 }, (_, row) =>
  Array.from({ length: 20 }, (_, at) => (at % 5 === 0 ? row : at % 5 === 1 ? \`Person \${row} \${at}\` : \`text \${at} \${row % 97}\`)));
const names = rows[0].map((_, at) => \`column_\${at}\`);`;

const WRITERS = {
  sosent: `import { writeFileSync } from 'node:fs';
import { writeWorkbook } from '${WRITER}';
${ROWS}
const columns = names.map((name, at) => ({ name, kind: at % 5 === 0 ? 'number' : 'text' }));
writeFileSync('own.xlsx', writeWorkbook([{ title: 'S', columns, rows }]));`,
  'write-excel-file': `import write from '${LIBRARY}';
${ROWS}
await write([names, ...rows]).toFile('library.xlsx');`,
  exceljs: `import ExcelJS from 'exceljs';
${ROWS}
const book = new ExcelJS.Workbook();
book.addWorksheet('S').addRows([names, ...rows]);
await book.xlsx.writeFile('exceljs.xlsx');`,
  'exceljs, streaming': `import ExcelJS from 'exceljs';
${ROWS}
const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: 'stream.xlsx' });
const sheet = book.addWorksheet('S');
for (const row of [names, ...rows]) sheet.addRow(row).commit();
await book.commit();`,
};

const folder = mkdtempSync(join(tmpdir(), 'sosent-bench-'));
try {
  const only = process.argv[2];
  if (only !== 'workbooks') await timeExports();
  if (only !== 'exports') await timeWorkbooks();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function timeExports() {
  mkdirSync(join(folder, 'data'));
  writeExportEvent(folder, 2000);
  console.log('\nall exports of 2,000 people');
  for (const format of FORMATS) {
    const runs = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      runs.push(await watchRun(process.execPath, [CLI, 'export', 'all', '--format', format], folder));
    }
    report(format, runs);
  }
}

async function timeWorkbooks() {
  console.log('\na workbook of 100,000 rows by 20 columns');
  execFileSync('npm', ['init', '-y'], { cwd: folder, stdio: 'ignore' });
  execFileSync('npm', ['install', '--no-audit', '--no-fund', 'exceljs@4.4.0'], {
    cwd: folder,
    stdio: 'ignore',
  });
  const results = {};
  for (const [name, code] of Object.entries(WRITERS)) {
    const script = join(folder, `${Object.keys(results).length}.mjs`);
    writeFileSync(script, code);
    const runs = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      runs.push(await watchRun(process.execPath, ['--max-old-space-size=4096', script], folder));
    }
    results[name] = report(name, runs);
  }
  for (const [name, { seconds, memory }] of Object.entries(results)) {
    const own = results['sosent'];
    if (name !== 'sosent') {
      console.log(
        `  of ${name}: time ${(own.seconds / seconds).toFixed(2)}, memory ${(own.memory / memory).toFixed(2)}`,
      );
    }
  }
}
