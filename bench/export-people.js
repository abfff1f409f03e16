import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const GIVEN = 'Kari Ola Ingrid Lars Åse Bjørn Sofie Jonas Fatima Mohamed Anne Per Nina Tor Silje Erik'.split(
  ' ',
);
const FAMILY =
  'Nordmann Hansen Johannessen Olsen-Lund Kristiansen Berg Haugen Moe Li Nguyen Wolff Strand Dahl'.split(' ');
const DIETS = ['', '', '', '', 'Vegetarian', 'Halal', 'Gluten-free', 'none', 'Severe nut allergy'];
const NEEDS = ['', '', 'Places for work training close to the underground', 'Volunteers who stay for a year'];
const OFFERS = ['', '', '', 'A workshop on wheels for youths who are tired of school, two days a week'];
const TYPES = ['municipality', 'municipality', 'entrepreneur', 'volunteer'];
const [THEMES, SLOTS, SEATS] = [12, 3, 200];

const numbers = (count) => Array.from({ length: count }, (_, index) => index);

const EVENT = `sosent: 1
event: { id: bench, title: Fair 2026, date: 2026-03-12, timeZone: Europe/Oslo, languages: [en] }
attendeeTypes:
${[...new Set(TYPES)].map((id) => `  - { id: ${id}, title: ${id} }`).join('\n')}
themes:
${numbers(THEMES)
  .map((index) => `  - { id: t${index}, title: Theme ${index} }`)
  .join('\n')}
rooms:
${numbers(THEMES)
  .map((index) => `  - { id: r${index}, title: Room ${index}, capacity: ${SEATS} }`)
  .join('\n')}
timeSlots:
${numbers(SLOTS)
  .map((index) => `  - { id: s${index}, start: "1${index}:00", end: "1${index}:45" }`)
  .join('\n')}
sessions:
${numbers(THEMES)
  .map((index) => `  - { theme: t${index}, room: r${index}, timeSlots: all }`)
  .join('\n')}
delegations: { minimumSize: 50 }
`;

/**
 * An event folder of invented people with a plan: 12 themes in 3 time slots, half of the people from 20 delegations, the
 * others from organisations of a few. The same for the same count.
 * @param {string} folder that exists, with `data/`
 * @param {number} count
 */
export function writeExportEvent(folder, count) {
  const people = numbers(count);
  writeFileSync(join(folder, 'sosent.yaml'), EVENT);
  const organisation = (index) =>
    index % 2 ? `Municipality ${Math.floor(index / 2) % 20}` : `Company ${Math.floor(index / 12)}`;
  const rows = people.map((index) =>
    [
      `p${index}`,
      (index + 46656).toString(36).toUpperCase(),
      `${GIVEN[index % 16]} ${FAMILY[(index * 5) % 13]}-${FAMILY[(index * 7) % 13]}`,
      `p${index}@example.org`,
      organisation(index),
      `Unit ${index % 40}`,
      TYPES[index % TYPES.length],
      'en',
      `t${index % THEMES} > t${(index + 5) % THEMES}`,
      DIETS[index % DIETS.length],
      index % 25 ? '' : 'Wheelchair',
      NEEDS[index % NEEDS.length],
      OFFERS[index % OFFERS.length],
      'registered',
    ]
      .map((cell) => (cell.includes(',') ? `"${cell}"` : cell))
      .join(','),
  );
  const header =
    'id,code,name,email,organisation,unit,type,language,wishes,dietary,accessibility,needs,solutions,status';
  writeFileSync(join(folder, 'data/attendees.csv'), `${header}\n${rows.join('\n')}\n`);
  const seats = people.flatMap((index) =>
    numbers(SLOTS).map((slot) => `p${index},s${slot},t${(index + slot * 5) % THEMES}-s${slot},assigned,1`),
  );
  writeFileSync(
    join(folder, 'data/placements.csv'),
    `attendee,time_slot,session,how,rank\n${seats.join('\n')}\n`,
  );
}
