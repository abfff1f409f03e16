import { expect, test } from 'vitest';
import { chooseAttendees } from '../../../src/render/badges/choose-attendees.ts';
import { attendee } from '../../core/assign/small-instances.ts';

const ANN = attendee({ id: 'a-1', code: 'ANN1', name: 'Ann Åsberg' });
const BO = attendee({ id: 'a-2', code: '', name: 'Bo Berg', email: '' });
const ANN_TOO = attendee({ id: 'a-3', code: 'ANN3', name: 'Ann Åsberg' });
const EVERYBODY = [ANN, BO, ANN_TOO];

test.each([
  ['an id', ['a-2'], [BO]],
  ['a code in any case', ['ann3'], [ANN_TOO]],
  ['an e-mail address', ['A-1@example.org'], [ANN]],
  ['a name, which may be that of several', [' ann åsberg '], [ANN, ANN_TOO]],
  ['several, in the order of the badges and each once', ['a-3', 'Bo Berg', 'ANN3'], [BO, ANN_TOO]],
])('takes %s', (_, wanted, chosen) => {
  expect(chooseAttendees(EVERYBODY, wanted)).toEqual(chosen);
});

test('names everybody who is not there, and suggests a name only where one is near', () => {
  const choose = () => chooseAttendees(EVERYBODY, ['Bo Borg', 'a-1', 'nobody at all', '']);
  const rest = 'data/attendees.csv lists everybody.';
  const unknown = (name: string, hint: string) => ({
    code: 'SOS505',
    severity: 'error',
    message: `Nobody who is registered has the id, code, e-mail address or name "${name}".`,
    hint,
  });
  expect(choose).toThrow(
    expect.objectContaining({
      problems: [
        unknown('Bo Borg', `Did you mean "Bo Berg"? ${rest}`),
        unknown('nobody at all', rest),
        unknown('', rest),
      ],
    }),
  );
});
