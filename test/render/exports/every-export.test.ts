import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { assign } from '../../../src/core/assign/assign.ts';
import { columnWord } from '../../../src/render/exports/column-words.ts';
import { type ExportData, isPersonal, type RenderedFile } from '../../../src/render/exports/export.ts';
import { fileStems } from '../../../src/render/exports/file-name.ts';
import { FORMATS } from '../../../src/render/exports/formats.ts';
import { EXPORTS } from '../../../src/render/exports/index.ts';
import { exportTitle } from '../../../src/render/exports/words.ts';
import { STORE } from '../../../src/tabular/write-table.ts';
import { arbitraryInstance } from '../../core/assign/arbitrary-instance.ts';
import { exportData, type Row, tablesOf } from '../../helpers/export-data.ts';
import { HOSTILE } from '../../helpers/hostile-texts.ts';

/** Plans of random events, with names that no other text holds and texts that people write. */
const PLANS = arbitraryInstance({ people: 12, themes: 3, slots: 3 }).map((instance) => ({
  ...instance,
  attendees: instance.attendees.map((one, index) => ({
    ...one,
    name: `Unmistakable${index} Name${index}`,
    email: `unmistakable${index}@example.org`,
    organisation: ['Northby', 'Bakery', HOSTILE[index % HOSTILE.length] ?? ''][index % 3] ?? '',
    dietary: ['', 'vegan', 'none', HOSTILE[index % HOSTILE.length] ?? ''][index % 4] ?? '',
    needs: index % 3 ? '' : `need ${index}`,
  })),
}));

async function dataOf(instance: Parameters<typeof assign>[0]): Promise<ExportData> {
  const plan = await assign(instance, { criterion: 'fair', seed: 's' }, async () => undefined);
  return exportData(instance.event, instance.attendees, plan.placements, { published: [] });
}

const TABLES = EXPORTS.filter((one) => one.tables.length > 0);
const SCHEMA = z.fromJSONSchema(
  JSON.parse(readFileSync(new URL('../../../schemas/exports.schema.json', import.meta.url), 'utf8')),
);

test('totals agree: every export counts the same seats and people of any plan', async () => {
  await fc.assert(
    fc.asyncProperty(PLANS, async (instance) => {
      const data = await dataOf(instance);
      const main = (name: string): readonly Row[] => tablesOf(name, data)[name] ?? [];
      const sum = (rows: readonly Row[] | undefined, column: string): number =>
        (rows ?? []).reduce((total, row) => total + Number(row[column]), 0);
      const figures = new Map(main('summary').map((row) => [row['figure'], row['value']]));
      const seats = figures.get('seats_taken');
      const waiting = main('rosters').filter((row) => row['state'] === 'waiting').length;
      const { catering, slots, sessions } = tablesOf('catering', data);

      expect({
        rosters: main('rosters').length - waiting,
        placements: main('placements').filter((row) => row['state'] === 'seated').length,
        'sign-in': main('sign-in').length,
        'door-list': main('door-list').length,
        rooms: sum(main('rooms'), 'seated'),
        slots: sum(slots, 'people'),
        sessions: sum(sessions, 'people'),
      }).toEqual(
        Object.fromEntries(
          ['rosters', 'placements', 'sign-in', 'door-list', 'rooms', 'slots', 'sessions'].map((name) => [
            name,
            seats,
          ]),
        ),
      );
      expect({ people: sum(catering, 'people'), attendees: main('attendees').length }).toEqual({
        people: figures.get('attendees'),
        attendees: figures.get('attendees'),
      });
      const queued = main('waitlist').filter((row) => row['session'] !== '').length;
      expect([queued, sum(main('rooms'), 'waiting')]).toEqual([waiting, waiting]);
      // Also those whom no full session would take.
      expect(main('waitlist').length).toBe(figures.get('waiting'));
    }),
    { numRuns: 40 },
  );
});

test('what says that it names nobody names nobody', async () => {
  await fc.assert(
    fc.asyncProperty(PLANS, async (instance) => {
      const data = await dataOf(instance);
      const files = TABLES.flatMap((one) =>
        (['csv', 'json', 'md'] as const)
          .flatMap((format): readonly RenderedFile[] => FORMATS[format](one, data, { csv: STORE }))
          .filter((file) => !['names', 'health'].includes(file.privacy ?? one.privacy)),
      );
      expect(files.length).toBeGreaterThan(15);
      expect(
        files.filter((file) => /unmistakable/i.test(String(file.content))).map((file) => file.name),
      ).toEqual([]);
    }),
    { numRuns: 20 },
  );
});

test('JSON is as schemas/exports.schema.json says', async () => {
  await fc.assert(
    fc.asyncProperty(PLANS, fc.boolean(), async (instance, withNames) => {
      const data = { ...(await dataOf(instance)), withNames };
      for (const one of TABLES) {
        const [file] = FORMATS.json(one, data);
        expect(SCHEMA.safeParse(JSON.parse(file?.content ?? '')).error).toBeUndefined();
      }
    }),
    { numRuns: 10 },
  );
  expect(SCHEMA.safeParse({ format: 1, export: 'summary' }).success).toBe(false);
});

describe('every export', () => {
  test.each(EXPORTS.map((one) => one.name))('%s has a title and a purpose in both languages', (name) => {
    const [en, nb] = [exportTitle(name, 'en'), exportTitle(name, 'nb')];
    expect([en, nb].flat().filter((text) => text === '' || text === name)).toEqual([]);
    expect(nb[1]).not.toBe(en[1]);
  });

  test('has columns that are called something in both languages, but for ids and what only programs read', () => {
    const names = new Set(
      TABLES.flatMap((one) => one.tables.flatMap((each) => each.columns)).map((one) => one.name),
    );
    const nameless = [...names].filter((name) => columnWord(name, 'nb') === name).sort();
    expect(nameless).toEqual([
      'delegation',
      'ends_at',
      'room_id',
      'session',
      'session_after',
      'session_before',
      'starts_at',
      'theme',
      'time_slot',
    ]);
  });

  test('says of its documents what they hold about people', async () => {
    const [instance] = fc.sample(PLANS, 1);
    if (instance === undefined) throw new Error('no instance');
    const data = await dataOf(instance);
    const silent = TABLES.flatMap((one) =>
      FORMATS.md(one, data)
        .filter((file) => isPersonal(file.privacy ?? one.privacy) !== /^> Holds /m.test(file.content))
        .map((file) => file.name),
    );
    expect(silent).toEqual([]);
  });
});

test('names of files are made of texts and never are them', () => {
  expect(
    fileStems('delegation', ['Bærum kommune', 'BÆRUM  KOMMUNE', '../../etc', 'CON', '中文', 'Åre/Øst']),
  ).toEqual([
    'delegation-baerum-kommune',
    'delegation-baerum-kommune-2',
    'delegation-etc',
    'delegation-con',
    'delegation-5',
    'delegation-are-ost',
  ]);
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' }))), (texts) => {
      const stems = fileStems('x', texts);
      expect(stems.filter((one) => !/^x-[a-z0-9-]{1,60}$/.test(one))).toEqual([]);
      expect(new Set(stems).size).toBe(texts.length);
    }),
  );
});
