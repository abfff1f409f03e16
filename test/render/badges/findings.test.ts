import { describe, expect, test } from 'vitest';
import type { Attendee } from '../../../src/model/attendee.ts';
import { findMisfits, findMissingQr } from '../../../src/render/badges/findings.ts';
import { attendee } from '../../core/assign/small-instances.ts';
import { FAIR } from '../../helpers/badge-fixtures.ts';

const ANN = attendee({ id: 'p1', name: 'Ann' });
const BO = attendee({ id: 'p2', name: `  Bo\n${'o'.repeat(70)}` });
const placed = (...people: readonly Attendee[]) =>
  people.map((one, index) => ({ attendee: one, page: index + 1 }));
const messages = (findings: readonly { readonly problem: { readonly message: string } }[]) =>
  findings.map((one) => one.problem.message);

describe('findMisfits', () => {
  test('gives a mark to the badge that was named before it, and says each text once', () => {
    const cut = { what: 'unit', state: 'cut' };
    const found = findMisfits(placed(ANN, BO), [
      { badge: 'p1' },
      { badge: 'p2' },
      cut,
      cut,
      { what: 'name', state: 'small' },
    ]);
    const name = `Bo ${'o'.repeat(57)}…`;
    expect(messages(found)).toEqual([
      `${name} (page 2): the unit does not fit and was cut.`,
      `${name} (page 2): the name is in small print.`,
    ]);
    expect(found[0]).toMatchObject({
      attendee: 'p2',
      page: 2,
      problem: { code: 'SOS507', severity: 'warning' },
    });
  });

  test('small print matters for a name only; marks of a template that mean nothing are ignored', () => {
    const marks = [{ what: 'unit', state: 'small' }, { badge: 'p1' }, { what: 'unit', state: 'small' }, {}];
    expect(findMisfits(placed(ANN), [...marks, { badge: 'other' }, { what: 'name', state: 'cut' }])).toEqual(
      [],
    );
  });
});

const withQr = (qr: 'code' | 'vcard' | 'none') => ({ ...FAIR.badges, qr });

test('findMissingQr: a badge that was to have one, and why it has none', () => {
  const people = placed(
    ANN,
    attendee({ id: 'p2', name: 'Bo', code: '' }),
    attendee({ id: 'p3', name: 'x'.repeat(3000) }),
  );
  expect(messages(findMissingQr(people, withQr('code')))).toEqual([
    'Bo (page 2): no QR code, the attendee has no code.',
  ]);
  expect(messages(findMissingQr(people, withQr('vcard')))).toEqual([
    `${'x'.repeat(60)}… (page 3): no QR code, it would hold too much.`,
  ]);
  expect(findMissingQr(people, withQr('none'))).toEqual([]);
});
