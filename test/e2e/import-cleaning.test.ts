import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeEventFolder, readFiles, SMALL_EVENT } from '../helpers/event-folder.ts';
import { BIN, bareEnvironment, documentOf, runCli } from '../helpers/run-cli.ts';

const LIST = `Navn;E-post;Mobil;Virksomhet;Status;Registrert;Ønsker
 Wilhelm von der Lippe\u00a0;Wilhelm@GMIAL.com;912 00 001;Bærum kommune;Ja;06.09.2025 kl. 15.37.20;Music (1), Mathematics (2)
Kari Moe <kari@x.example>;;+46 (0)70-123 45 67;Baerum Kommune;Ja;5.9.25;1. Mathematics 2. Music
Ola Dal;ola@x.example, post@x.example;912 00 00;Bærum kommune;;;
Eva Li;eva(a)x.example;;;;;
`;

const HEADER =
  'id,code,name,email,phone,organisation,unit,type,role,language,delegation,wishes,dietary,accessibility,needs,solutions,status,registered_at,source,source_id,E-post (2)';

const tableOf = (csv: string) =>
  csv
    .trimEnd()
    .split('\n')
    .map((row) => row.split(',').slice(2).join(','));

describe('sosent import', () => {
  it('cleans without altering, and says what it took apart or doubts', async () => {
    const root = await makeEventFolder({ 'list.csv': LIST });
    const run = await runCli(['import', 'list.csv', '--json'], { cwd: root });
    const problems = documentOf(run).problems.map(({ code, message }) => `${code} ${message}`);
    expect([run.status, problems]).toEqual([
      1,
      [
        'SOS242 "Kari Moe <kari@x.example>" was taken apart: name Kari Moe, address kari@x.example.',
        'SOS242 "ola@x.example, post@x.example" was taken apart: mail goes to ola@x.example; kept as an extra column: post@x.example.',
        'SOS208 "eva(a)x.example" is not an e-mail address; the row was not imported.',
        'SOS241 Is "Wilhelm@GMIAL.com" meant to be "Wilhelm@gmail.com"?',
        'SOS243 "912 00 00" is not one valid phone number in NO; it was kept as it is.',
        'SOS245 Perhaps one organisation: "Bærum kommune" (2), "Baerum Kommune" (1).',
      ],
    ]);
    const csv = (await readFiles(root))['data/attendees.csv'] ?? '';
    expect(csv.split('\n')[0]).toBe(HEADER);
    expect(tableOf(csv).slice(1)).toEqual([
      'Kari Moe,kari@x.example,+46701234567,Baerum Kommune,,,,en,,maths > music,,,,,registered,2025-09-05,list.csv,,',
      'Ola Dal,ola@x.example,912 00 00,Bærum kommune,,,,en,,,,,,,registered,,list.csv,,post@x.example',
      'Wilhelm von der Lippe,Wilhelm@GMIAL.com,+4791200001,Bærum kommune,,,,en,,music > maths,,,,,registered,2025-09-06T15:37:20,list.csv,,',
    ]);
    const before = await readFiles(root);
    await runCli(['import', 'list.csv'], { cwd: root });
    expect(await readFiles(root)).toEqual(before);
  });

  const python = spawnSync('python3', ['-c', 'import pty']).status === 0;

  /** Types this on a pseudo-terminal. */
  const typing = (cwd: string, keys: string, ...args: string[]) => {
    const script = 'import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))';
    return spawnSync('python3', ['-c', script, process.execPath, BIN, ...args], {
      cwd,
      env: { ...bareEnvironment({ NO_COLOR: '1' }), TERM: 'xterm-256color' },
      input: keys,
      encoding: 'utf8',
    }).stdout;
  };

  it.skipIf(!python)('asks in a terminal which spellings are one, and saves the answer', async () => {
    const yaml = SMALL_EVENT.replace('themes:', '# What people can wish for.\nthemes:');
    const list = 'Name,Organisation\nAda,Bærum kommune\nBo,Bærum kommune\nCam,Baerum komm.\n';
    const root = await makeEventFolder({ 'sosent.yaml': yaml, 'list.csv': list });
    const output = typing(root, 'y\r', 'import', 'list.csv');
    expect(output).toContain('Write all as "Bærum kommune", and save that to sosent.yaml?');
    expect(output).not.toContain('SOS245');
    const saved = 'organisations:\n  - { name: Bærum kommune, aliases: [Baerum komm.] }\n';
    expect(await readFile(join(root, 'sosent.yaml'), 'utf8')).toBe(`${yaml}\n${saved}`);
    expect((await readFiles(root))['data/attendees.csv']?.match(/B(æ|ae)rum [^,]*/g)).toEqual([
      'Bærum kommune',
      'Bærum kommune',
      'Bærum kommune',
    ]);
  });

  it.skipIf(!python)('changes nothing after a no, and does not ask again', async () => {
    const list = 'Name,Organisation\nAda,Bærum kommune\nBo,Bærum kommune\nCam,Baerum komm.\n';
    const root = await makeEventFolder({ 'list.csv': list });
    expect(typing(root, 'n\r', 'import', 'list.csv')).toContain('SOS245');
    expect((await readFiles(root))['sosent.yaml']).toBe(SMALL_EVENT);
    expect(typing(root, '', 'import', 'list.csv')).not.toContain('Write all as');
  });
});
