import { describe, expect, test } from 'vitest';
import { openEvent } from '../../../src/folder/event-folder.ts';
import { readMailTemplates } from '../../../src/folder/mail-templates.ts';
import type { Attendee } from '../../../src/model/attendee.ts';
import { type Message, renderMailing } from '../../../src/render/emails/render-mailing.ts';
import { warningsOf } from '../../../src/render/emails/warnings.ts';
import { attendee } from '../../core/assign/small-instances.ts';
import { makeEventFolder } from '../../helpers/event-folder.ts';
import { HOSTILE } from '../../helpers/hostile-texts.ts';
import { MAIL_EVENT, place, planFirst, TEXTS } from '../../helpers/mail-event.ts';

const TEMPLATES = [
  'your-sessions',
  'practical-information',
  'plan-changed',
  'waitlist',
  'delegation-lead',
  'thank-you',
];

const WHOLE = {
  organisation: 'Hill School',
  unit: 'Class 4',
  role: 'Head',
  dietary: 'Vegan',
  accessibility: 'Ramp',
  needs: 'Someone who mends chairs that have been broken for years, and who shows the pupils how it is done',
  solutions: 'Rooms',
};

/** Everybody's message: of somebody who moved up from a waitlist and was moved, a colleague who waits, and others. */
async function messagesOf(
  template: string,
  language: string,
  people: readonly Attendee[],
): Promise<readonly Message[]> {
  const yaml = `${MAIL_EVENT.replace('languages: [en]', `languages: [${language}]\n  venue: Town hall\n  address: Street 1\n  url: https://example.org/day\n  hosts: [A, B]\n  contact: { name: Office, email: office@example.org, phone: "+47 22 00 00 00" }`)}      template: ${template}
      audience: { status: registered }
delegations: { minimumSize: 2, leads: { column: role, values: Head } }
`;
  const root = await makeEventFolder({ 'sosent.yaml': yaml });
  const folder = await openEvent({ cwd: root, eventPath: undefined });
  const [one = '', other = ''] = people.map(({ id }) => id);
  const plan = planFirst(
    folder.event,
    people,
    [place(one, 'maths-1'), place(one, 'music-2'), place(other, 'maths-2', 'waitlisted')],
    { published: [place(one, 'music-1'), place(one, 'music-2', 'waitlisted'), place(other, 'gone-1')] },
  );
  return renderMailing(folder.event, plan, {
    ...TEXTS,
    templates: await readMailTemplates(folder, template),
  });
}

const CASES = TEMPLATES.flatMap((template) => ['nb', 'en'].map((language) => [template, language] as const));

describe.each(CASES)('%s in %s', (template, language) => {
  test('fits every reader: lines of text, tables, nothing that is fetched, sound links', async () => {
    const people = [
      attendee({ id: 'a', name: 'Dr. Ann Ash', ...WHOLE }),
      attendee({ id: 'b', name: 'Bo', ...WHOLE, role: '' }),
      attendee({ id: 'c', name: '' }),
    ];
    for (const message of await messagesOf(template, language, people)) {
      const { text, html } = message;
      expect(text.split('\n').filter((line) => line.length > 76)).toEqual([]);
      expect(text).not.toMatch(/\n\n\n|[ \t]\n(?<!-- \n)|\{\{|undefined|\[object/);
      expect(html).not.toMatch(/<img|<link|url\(|src=|\{\{|undefined|\[object/);
      expect(html).toMatch(new RegExp(`^<!doctype html>\\n<html lang="${language}"`));
      expect([...html.matchAll(/<(\w+)(?=[\s>])/g)].length).toBe(
        [...html.matchAll(/<\/(\w+)>/g)].length + [...html.matchAll(/<(?:meta|br)\b/g)].length,
      );
      expect(warningsOf(message, { tellsPlaces: false, sizeOf: () => 0 })).toEqual(
        message.recipient.attendee.name === '' ? ['no-name'] : [],
      );
    }
  });

  test('greets by the given name, and somebody without a name too', async () => {
    const people = [attendee({ id: 'a', name: 'Dr. Ann Ash' }), attendee({ id: 'b', name: '' })];
    const texts = (await messagesOf(template, language, people)).map((one) => one.text.split('\n')[0]);
    const hello = { nb: ['Hei', 'Takk,'], en: ['Hello', 'Thank you,'] }[language] ?? [];
    const word = (template === 'thank-you' ? hello[1] : hello[0]) ?? '';
    expect(texts).toEqual([`${word.replace(',', '')}!`, `${word} Ann!`]);
  });

  test('what people wrote is never markup', async () => {
    const tagsFor = async (texts: readonly string[]): Promise<unknown> => {
      const people = texts.map((text, index) =>
        attendee({ id: `p${index}`, name: text, organisation: text, unit: text, dietary: text, needs: text }),
      );
      const messages = await messagesOf(template, language, people);
      return messages
        .toSorted((a, b) => (a.recipient.attendee.id < b.recipient.attendee.id ? -1 : 1))
        .map(({ html }) => html.match(/<\/?\w+/g)?.join(''));
    };
    expect(await tagsFor(HOSTILE)).toEqual(await tagsFor(HOSTILE.map((_, index) => `Harmless ${index}`)));
  });
});
