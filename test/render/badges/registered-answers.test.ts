import { describe, expect, test } from 'vitest';
import type { SosentError } from '../../../src/errors.ts';
import { findSettingsProblems } from '../../../src/render/badges/find-settings-problems.ts';
import { registeredAnswers } from '../../../src/render/badges/registered-answers.ts';
import { attendee } from '../../core/assign/small-instances.ts';
import { FAIR } from '../../helpers/badge-fixtures.ts';

const ANN = attendee({
  id: 'p1',
  extra: { 'Pronouns ': 'she/her', Languages: 'Norsk; English,Norsk / Sámegiella', 'Photos?': ' NEI ' },
});
const SETTINGS = {
  ...FAIR.badges,
  pronouns: 'pronouns',
  languages: 'Languages',
  photo: { column: 'Photos?', no: ['no', 'nei'] },
};

describe('registeredAnswers', () => {
  test('are read from the columns that sosent.yaml names, capitals and blanks aside', () => {
    expect(registeredAnswers(ANN, SETTINGS)).toEqual({
      pronouns: 'she/her',
      languages: ['Norsk', 'English', 'Sámegiella'],
      refusesPhotos: true,
    });
  });

  test('are nothing where no column is named, or the attendee said nothing', () => {
    const nothing = { pronouns: '', languages: [], refusesPhotos: false };
    expect(registeredAnswers(ANN, FAIR.badges)).toEqual(nothing);
    expect(registeredAnswers(attendee({ id: 'p2' }), SETTINGS)).toEqual(nothing);
  });

  test('only an answer that means no is a no', () => {
    const said = (answer: string) =>
      registeredAnswers(attendee({ id: 'p1', extra: { 'Photos?': answer } }), SETTINGS).refusesPhotos;
    expect(['no', 'No', 'yes', '', 'not sure'].map(said)).toEqual([true, true, false, false, false]);
  });
});

describe('findSettingsProblems', () => {
  test('names the key and the column that nobody has', () => {
    expect(findSettingsProblems([ANN], { ...SETTINGS, languages: 'Tongues' })).toMatchObject([
      { code: 'SOS530', message: 'badges.languages names the column "Tongues", which no attendee has.' },
    ]);
    expect(findSettingsProblems([ANN], SETTINGS)).toEqual([]);
  });

  test('an address without the code is refused', () => {
    const find = (url: string) => () => findSettingsProblems([ANN], { ...SETTINGS, qr: 'url', url });
    expect(find('https://example.org/{code}')()).toEqual([]);
    expect(find('https://example.org/')).toThrow(
      expect.objectContaining<Partial<SosentError>>({
        problems: [expect.objectContaining({ code: 'SOS531' })],
      }),
    );
  });
});
