import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { viewBadge } from '../../src/render/badges/badge-view.ts';
import { viewMessage } from '../../src/render/emails/message-view.ts';
import { TEMPLATE_HELPERS } from '../../src/render/templates/template-helpers.ts';
import { attendee } from '../core/assign/small-instances.ts';
import { eventOf, firstMailing, MAIL_EVENT, place, planFirst } from '../helpers/mail-event.ts';

const PAGE = readFileSync(new URL('../../docs/templates.md', import.meta.url), 'utf8');
const PEOPLE = [attendee({ id: 'a' })];

/** `event`, `event.title`, ...; a list stands for its first entry. */
function namesIn(view: object, prefix = ''): readonly string[] {
  return Object.entries(view).flatMap(([key, value]) => {
    if (Array.isArray(value) && typeof value[0] === 'object') return [key, ...namesIn(value[0])];
    const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isGroup && Object.keys(value).length > 0
      ? namesIn(value, `${prefix}${key}.`)
      : [`${prefix}${key}`];
  });
}

test('docs/templates.md lists every name that a template can use, and every call', () => {
  const event = eventOf(MAIL_EVENT);
  const [recipient] = planFirst(event, PEOPLE, [place('a', 'maths-1')]).recipients;
  const [person] = PEOPLE;
  if (recipient === undefined || person === undefined) throw new Error('this test has no recipient');
  const about = {
    title: '',
    logos: [],
    background: '',
    placements: new Map(),
    isAbsent: () => false,
    missing: new Set<string>(),
  } as const;
  const badge = viewBadge(person, { event, ...about });
  const names = [...namesIn(viewMessage(event, firstMailing(event), recipient)), ...namesIn(badge)].filter(
    (name) => !name.startsWith('words.'),
  );
  expect(names.length).toBeGreaterThan(40);
  expect(names.filter((name) => !new RegExp(`\`${name}[\`.]`).test(PAGE))).toEqual([]);
  expect(Object.keys(TEMPLATE_HELPERS).filter((name) => !new RegExp(`[{(#]${name} `).test(PAGE))).toEqual([]);
});
