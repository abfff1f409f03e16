import { expect, it } from 'vitest';
import { findDelegations } from '../../src/core/delegations.ts';
import type { Delegation, Event } from '../../src/model/event.ts';
import { registration, testEvent } from './registrations/event.ts';
import { plan } from './registrations/plan.ts';

const delegation = (id: string, more: Partial<Delegation>): Delegation => ({
  id,
  title: { und: id },
  organisations: [],
  units: [],
  domains: [],
  ...more,
});

const event: Event = {
  ...testEvent(),
  organisations: [{ name: 'Oslo kommune', aliases: ['Oslo komm.'], units: ['Bydel *'] }],
  delegations: {
    named: [
      delegation('oslo', { organisations: ['Oslo kommune'], domains: ['oslo.example'] }),
      delegation('sagene', { units: ['Bydel Sagene'] }),
      delegation('asker', { domains: ['asker.example'] }),
    ],
    minimumSize: 2,
  },
};

it('places people by unit, then organisation, then the domain of their address', () => {
  const people = [
    ['Anne', 'oslo komm.', '', ''],
    ['Bo', 'Oslo kommune, Bydel Sagene', '', 'bo@asker.example'],
    ['Cam', 'Oslo kommune, Bydel Frogner', '', ''],
    ['Dag', '', '', 'dag@post.ASKER.example'],
    ['Eva', 'Skolen', '', 'eva@oslo.example'],
    ['Finn', 'Stiftelsen', '', 'finn@notasker.example'],
    ['Gro', 'stiftelsen ', '', ''],
    ['Hans', 'Alene', '', ''],
  ].map(([name = '', organisation = '', unit = '', email = ''], index) =>
    registration({ name, organisation, unit, email }, { line: index + 2 }),
  );
  const { attendees } = plan(people, undefined, { event });
  const names = new Map(attendees.map((one) => [one.id, one.name]));
  expect(
    findDelegations(event, attendees).map((one) => [one.id, one.attendees.map((id) => names.get(id))]),
  ).toEqual([
    ['oslo', ['Anne', 'Cam', 'Eva']],
    ['sagene', ['Bo']],
    ['asker', ['Dag']],
    ['stiftelsen', ['Finn', 'Gro']],
  ]);
});

it('counts somebody who was imported before the alias was listed', () => {
  const before = plan([registration({ name: 'Anne', organisation: 'Oslo komm.' })]);
  expect(findDelegations(event, before.attendees)[0]?.attendees).toEqual([before.attendees[0]?.id]);
});
