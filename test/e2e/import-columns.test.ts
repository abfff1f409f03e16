import { spawnSync } from 'node:child_process';
import { readFile, rename, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeEventFolder, readFiles, SMALL_EVENT } from '../helpers/event-folder.ts';
import { documentOf, runCli } from '../helpers/run-cli.ts';
import { HAS_TERMINAL, KEYS, runOnTerminal } from '../helpers/terminal.ts';

/** Names and wishes under headers that say nothing, and two addresses. */
const LIST = `Who;Email;Work email;Best;T-shirt
Ada Lowe;ada@home.example;ada@work.example;Music;L
Bo Ek;bo@home.example;;Mathematics;M
`;
const NOW = { SOSENT_NOW: '2026-03-01T12:00:00Z' };

const folder = () => makeEventFolder({ 'list.csv': LIST });

describe('import --map', () => {
  test('settles columns for one import', async () => {
    const root = await folder();
    const maps = ['Who=name', 'best=wish.1', 'Work email=email', 'T-shirt=skip'];
    const run = await runCli(['import', 'list.csv', ...maps.flatMap((map) => ['--map', map])], {
      cwd: root,
    });
    expect([run.status, run.stderr]).toEqual([0, '']);
    expect(run.stdout).toContain('Who -> name, Work email -> email, Best -> wish.1\n');
    const files = await readFiles(root);
    expect(files['data/attendees.csv']).toMatch(/Ada Lowe,ada@work\.example,.*,music,/);
    expect(files['data/attendees.csv']).not.toContain('T-shirt');
    expect(files['sosent.yaml']).toBe(SMALL_EVENT);
  });

  test('turns names that begin with the family name where the header or the organiser says so, and tells how', async () => {
    const root = await makeEventFolder({
      'last-first.csv':
        'Etternavn, fornavn;E-post\n"von der Lippe, Åse";a@example.org\nLie, Per;p@example.org\n',
      'names.csv': 'Navn;E-post\nMoe, Eva;e@example.org\nDahl, Ole;o@example.org\n',
    });
    const names = async (): Promise<(string | undefined)[]> =>
      ((await readFiles(root))['data/attendees.csv'] ?? '')
        .split('\n')
        .slice(1, -1)
        .map((line) => /^[^,]+,[^,]+,("[^"]+"|[^,]+),/.exec(line)?.[1]);
    await runCli(['import', 'last-first.csv'], { cwd: root });
    expect(await names()).toEqual(['Per Lie', 'Åse von der Lippe']);
    const run = await runCli(['import', 'names.csv'], { cwd: root });
    expect(run.stderr).toBe(
      [
        'hint SOS246  Names with a comma stand as they were written: "Moe, Eva".',
        '  --> names.csv:1, column "Navn"',
        '  hint: If the family name comes first, and badges should say "Eva Moe":',
        '          --map "Navn=familyFirst"',
        '          or in sosent.yaml under columns:  "Navn": familyFirst',
        '',
      ].join('\n'),
    );
    await runCli(['import', 'names.csv', '--map', 'Navn=familyFirst'], { cwd: root });
    expect(await names()).toEqual(['Eva Moe', 'Ole Dahl', 'Per Lie', 'Åse von der Lippe']);
  });

  test('goes before columns: of sosent.yaml', async () => {
    const root = await makeEventFolder({
      'sosent.yaml': `${SMALL_EVENT}columns: { Who: name, Best: extra }\n`,
      'list.csv': LIST,
    });
    const run = await runCli(['import', 'list.csv', '--map', 'Best=wish.2', '--json'], { cwd: root });
    expect(documentOf<{ files: unknown[] }>(run).result.files).toMatchObject([
      {
        columns: [
          { header: 'Who', field: 'name' },
          { header: 'Email', field: 'email' },
          { header: 'Work email', field: 'extra' },
          { header: 'Best', field: 'wish.2' },
          { header: 'T-shirt', field: 'extra' },
        ],
      },
    ]);
  });

  test.each([
    ['Whoo=name', 'error SOS237  --map: there is no column "Whoo" to be name.\n  hint: Did you mean "Who"?'],
    ['Who=nam', 'error SOS216  --map: "Who" is mapped to "nam", which does not exist.'],
    ['Who', 'error SOS101  --map "Who" does not say "header=field".'],
  ])('%s ends the command before anything is written', async (map, message) => {
    const root = await folder();
    const before = await readFiles(root);
    const run = await runCli(['import', 'list.csv', '--map', map], { cwd: root });
    expect(run.status).toBe(2);
    expect(run.stderr).toContain(message);
    expect(await readFiles(root)).toEqual(before);
  });
});

describe('a column that sosent has no field for', () => {
  const poppler = spawnSync('pdftotext', ['-v']).status === 0;

  test.skipIf(!poppler)(
    'is printed by a badge template that names it, and is empty where it was',
    async () => {
      const classic = await readFile(
        new URL('../../templates/badges/classic.typ.hbs', import.meta.url),
        'utf8',
      );
      const root = await makeEventFolder({
        'list.csv': 'Name;T-shirt (størrelse)\nAda Lowe;"#L & ""wide"""\nBo Ek;\n',
        'templates/badges/shirt.typ.hbs': classic.replace(
          '{{attendee.role}}',
          '{{lookup attendee.extra "T-shirt (størrelse)"}}',
        ),
      });
      expect((await runCli(['import', 'list.csv'], { cwd: root })).status).toBe(0);
      const badges = await runCli(['badges', '--design', 'shirt', '--out', 'shirts.pdf'], { cwd: root });
      // Nobody of the list has an attendee type.
      expect(badges).toMatchObject({ status: 1, stderr: expect.stringContaining('SOS538') });
      const pages = spawnSync('pdftotext', ['-layout', 'shirts.pdf', '-'], {
        cwd: root,
        encoding: 'utf8',
      }).stdout;
      const [ada, bo] = pages.split('\f');
      expect(ada).toMatch(/Ada Lowe\s+#L & "wide"/);
      expect(bo).toContain('Bo Ek');
      expect(bo).not.toMatch(/wide|undefined|none/);
    },
  );
});

describe('import of columns that are unclear, without a terminal', () => {
  test('prints the flags and the lines of sosent.yaml that settle them', async () => {
    const root = await folder();
    const { stderr } = await runCli(['import', 'list.csv'], { cwd: root });
    expect(stderr).toContain('  --map "Who=name"\n          or in sosent.yaml under columns:  "Who": name\n');
    const named = await runCli(['import', 'list.csv', '--map', 'Who=name'], { cwd: root });
    expect(named.status).toBe(0);
    expect(named.stderr).toContain('--map "Best=wish.1"\n');
    expect(named.stderr).toContain('--map "Work email=email"\n');
  });
});

describe.skipIf(!HAS_TERMINAL)('import of columns that are unclear, at a terminal', () => {
  const keep = ['Keep this in sosent.yaml', KEYS.enter] as const;
  const steps = [
    ['Which one does?', KEYS.enter],
    ['Which one is it?', KEYS.down + KEYS.enter],
    ['What is it?', KEYS.enter],
  ] as const;

  test('asks, keeps the answers in sosent.yaml, and asks no more', async () => {
    const root = await folder();
    const { status, output } = await runOnTerminal(['import', 'list.csv'], {
      cwd: root,
      env: { ...NOW, NO_COLOR: '1' },
      steps: [...steps, keep],
    });
    expect(output).toContain('Who -> name, Work email -> email, Best -> wish.1\n');
    expect(status).toBe(0);
    const files = await readFiles(root);
    expect(files['sosent.yaml']).toBe(`${SMALL_EVENT}
columns:
  "Who": name
  "Email": extra
  "Work email": email
  "Best": wish.1
`);
    const [mapped, imported] = (files['data/history.jsonl'] ?? '').split('\n').filter((line) => line !== '');
    expect(JSON.parse(mapped ?? '')).toEqual({
      at: '2026-03-01T12:00:00.000Z',
      command: 'import',
      columns: { Who: 'name', Email: 'extra', 'Work email': 'email', Best: 'wish.1' },
    });
    expect(JSON.parse(imported ?? '')).toMatchObject({ command: 'import', counts: { added: 2 } });

    const again = await runOnTerminal(['import', 'list.csv'], { cwd: root });
    expect(again.status).toBe(0);
    expect(again.output).not.toContain('?');
    expect(await readFiles(root)).toEqual(files);
  });

  test('uses the answers once where they are not to be kept, and offers nothing with --dry-run', async () => {
    const root = await folder();
    const before = await readFiles(root);
    const dry = await runOnTerminal(['import', 'list.csv', '--dry-run'], { cwd: root, steps });
    expect(dry.output).toContain('Nothing was written (--dry-run).');
    expect(await readFiles(root)).toEqual(before);

    const run = await runOnTerminal(['import', 'list.csv'], {
      cwd: root,
      steps: [...steps, [keep[0], `n${KEYS.enter}`]],
    });
    expect(run.status).toBe(0);
    const files = await readFiles(root);
    expect(files['sosent.yaml']).toBe(SMALL_EVENT);
    expect(files['data/attendees.csv']).toContain('ada@work.example');
  });

  test('goes on where sosent.yaml cannot be replaced, and prints the lines', async () => {
    const root = await folder();
    await rename(join(root, 'sosent.yaml'), join(root, 'elsewhere.yaml'));
    await symlink('elsewhere.yaml', join(root, 'sosent.yaml'));
    const { status, output } = await runOnTerminal(['import', 'list.csv'], {
      cwd: root,
      env: { NO_COLOR: '1' },
      steps: [...steps, keep],
    });
    expect(output).toContain('warning SOS240');
    expect(output).toContain('            "Best": wish.1\n');
    expect(status).toBe(0);
    expect((await readFiles(root))['data/attendees.csv']).toContain('ada@work.example');
  });

  test('asks nothing with --json or --yes', async () => {
    for (const flag of ['--json', '--yes']) {
      const { output, status } = await runOnTerminal(['import', 'list.csv', flag], { cwd: await folder() });
      expect(output).toContain('SOS204');
      expect(status).toBe(2);
    }
  });

  test('Ctrl-C at a question leaves everything as it was', async () => {
    const root = await folder();
    const before = await readFiles(root);
    const { status, output } = await runOnTerminal(['import', 'list.csv'], {
      cwd: root,
      steps: [['Which one does?', KEYS.interrupt]],
    });
    expect(output).toContain('SOS107');
    expect(status).toBe(130);
    expect(await readFiles(root)).toEqual(before);
  });
});
