import { buildInstance } from '../../src/core/assign/instance.ts';
import { findFindings } from '../../src/core/check/find-findings.ts';
import { checkPlan } from '../../src/core/constraints/check-plan.ts';
import { makeFigures, type ReportFigures } from '../../src/core/report/report-figures.ts';
import { summarise } from '../../src/core/summary.ts';
import type { Attendee } from '../../src/model/attendee.ts';
import type { Event } from '../../src/model/event.ts';
import type { Placement } from '../../src/model/placement.ts';
import { rankOf } from '../../src/model/wishes.ts';
import { attendee, event } from '../core/assign/small-instances.ts';

const THEMES = ['work', 'elderly', 'youth', 'refugees'];
const SLOTS = ['1', '2', '3'];
const TYPES = ['entrepreneur', 'municipality', 'business', ''];

/** What people write of themselves, by the number of the person. */
export type TextOf = (index: number) => string;

/** Three time slots of four themes, with seats for all but a few; one rule that is bent. */
export function sampleEvent(people: number): Event {
  const seats = Math.ceil(people / 4);
  const made = event(
    Object.fromEntries(
      SLOTS.flatMap((slot) =>
        THEMES.map((theme, index) => [`${theme}/${slot}`, index === 0 ? seats - 1 : seats]),
      ),
    ),
    { mix: [{ id: 'half', types: ['entrepreneur'], themes: 'all', atLeast: 0.5, weight: 1 }] },
  );
  return {
    ...made,
    title: { en: 'The small conference', nb: 'Den lille konferansen' },
    venue: { en: 'Fjord hall' },
    hosts: ['Oslo kommune'],
    languages: ['en', 'nb'],
    colours: { primary: '#14324a', accent: '#e4572e' },
    attendeeTypes: [
      ...made.attendeeTypes.map((one, index) => ({
        ...one,
        colour: ['#c8402a', '#14528c'][index] ?? '#333333',
      })),
      { id: 'business', title: { en: 'Business', nb: 'Næringsliv' }, aliases: [], colour: '#ffd400' },
    ],
  };
}

/** Figures of a plan that seats everybody in turn; the first person waits in the first time slot. */
export function sampleFigures(
  of: Event,
  people: number,
  textOf: TextOf = (index) => `Person ${index}`,
): ReportFigures {
  const attendees = Array.from({ length: people }, (_, index) => personOf(index, textOf(index)));
  const instance = buildInstance(of, attendees, []);
  const placements = attendees.flatMap((one, index) => placesOf(one, index));
  return makeFigures({
    instance,
    placements,
    summary: summarise(of, attendees, placements, checkPlan(instance, placements)),
    isAbsent: () => false,
    record: {
      criterion: 'fair',
      seed: textOf(0),
      engine: 'core',
      proven: true,
      inputs: { event: '', attendees: '', pins: '' },
      placements: 'a'.repeat(64),
    },
    findings: findFindings({ event: of, attendees, placements }),
  });
}

function personOf(index: number, text: string): Attendee {
  const wishes = THEMES.map((_, at) => [THEMES[(index + at * (1 + (index % 2))) % 4] ?? '']);
  return attendee({
    id: `p${String(index).padStart(4, '0')}`,
    name: text,
    organisation: index % 3 === 0 ? `Kommune ${index % 7}` : text,
    type: TYPES[index % 13 === 0 ? 3 : index % 3] ?? '',
    dietary: index % 9 === 0 ? 'Vegan' : index % 25 === 1 ? text : '',
    wishes:
      index % 11 === 0 ? [] : wishes.filter((one, at) => at === wishes.findIndex(([id]) => id === one[0])),
  });
}

function placesOf(one: Attendee, index: number): readonly Placement[] {
  return SLOTS.map((timeSlot, slot): Placement => {
    const theme = THEMES[(index + slot) % 4] ?? '';
    const isWaiting = index === 0 && slot === 0;
    return {
      attendee: one.id,
      timeSlot,
      session: `${theme}-${timeSlot}`,
      kind: isWaiting ? 'waitlisted' : 'assigned',
      rank: rankOf(one.wishes, theme),
    };
  });
}
