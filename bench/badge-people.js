import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeQR } from 'qr';

const GIVEN = 'Kari Ola Ingrid Lars Åse Bjørn Sofie Jonas Fatima Mohamed Anne Per Nina Tor Silje Erik'.split(
  ' ',
);
const FAMILY =
  'Nordmann Hansen Johannessen Olsen-Lund Kristiansen Berg Haugen Moe Li Nguyen Wolff Strand Dahl'.split(' ');
const ORGANISATIONS = [
  'Example Foundation',
  'Municipality of Northby',
  'Welfare Agency',
  'North Bakery AS',
  'Health & Care Cooperative',
];
const TYPES = ['entrepreneur', 'municipality', 'volunteer'];
const THEMES = ['Children and youth', 'Refugees', 'Work and inclusion', 'Elderly'];
const ROOMS = ['Great Hall, 2nd floor', 'Library', 'Room 12', 'Harbour Room, 1st floor'];
const TIMES = [
  ['10:00', '10:45'],
  ['11:00', '11:45'],
  ['12:00', '12:45'],
];

const EVENT = `sosent: 1
event:
  id: bench-fair
  title: Social Entrepreneurship Fair 2026
  date: 2026-03-12
  timeZone: Europe/Oslo
  languages: [en]
  venue: Northby Town Hall
  hosts: [Example Foundation, Municipality of Northby]
attendeeTypes:
  - { id: entrepreneur, title: Social entrepreneur }
  - { id: municipality, title: Municipality }
  - { id: volunteer, title: Volunteer }
themes:
${THEMES.map((title, index) => `  - { id: t${index}, title: ${title} }`).join('\n')}
rooms:
${ROOMS.map((title, index) => `  - { id: r${index}, title: "${title}", capacity: 20000 }`).join('\n')}
timeSlots:
${TIMES.map(([start, end], index) => `  - { id: s${index + 1}, start: "${start}", end: "${end}" }`).join('\n')}
sessions:
${THEMES.map((_, index) => `  - { theme: t${index}, room: r${index}, timeSlots: all }`).join('\n')}
badges: { logo: logo.svg }
`;

const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><circle cx="20" cy="20" r="17" fill="#c2185b"/><path d="M11 25 20 9 29 25z" fill="#fff"/><rect x="44" y="11" width="70" height="7" fill="#222"/><rect x="44" y="23" width="46" height="6" fill="#888"/></svg>';

/**
 * An event folder of invented people who have a plan, and `people.json` with the same for the peers: name,
 * organisation, unit, role, code, its QR code, type and three sessions each. The same for the same count.
 * @param {string} folder that exists and is empty, but for `data/`
 * @param {number} count
 */
export function writeBadgeEvent(folder, count) {
  const people = Array.from({ length: count }, (_, index) => personOf(index));
  writeFileSync(join(folder, 'sosent.yaml'), EVENT);
  writeFileSync(join(folder, 'logo.svg'), LOGO);
  writeFileSync(join(folder, 'people.json'), JSON.stringify(people));
  const rows = people.map((one) =>
    [one.id, one.code, one.name, one.organisation, one.unit, one.typeId, one.role, 'en', 'registered'].join(
      ',',
    ),
  );
  writeFileSync(
    join(folder, 'data/attendees.csv'),
    `id,code,name,organisation,unit,type,role,language,status\n${rows.join('\n')}\n`,
  );
  const seats = people.flatMap((one) =>
    one.themes.map((theme, slot) => `${one.id},s${slot + 1},t${theme}-s${slot + 1},assigned,1`),
  );
  writeFileSync(
    join(folder, 'data/placements.csv'),
    `attendee,time_slot,session,how,rank\n${seats.join('\n')}\n`,
  );
}

/** @param {number} index */
function personOf(index) {
  const themes = TIMES.map((_, slot) => (index + slot) % THEMES.length);
  const type = index % TYPES.length;
  const code = (index + 46656).toString(36).toUpperCase();
  return {
    id: `p${index}`,
    code,
    qr: encodeQR(code, 'raw', { ecc: 'medium', border: 4 }).map((row) => row.map(Number)),
    name: `${GIVEN[index % 16]} ${index.toString(36)} ${FAMILY[(index * 5) % 13]}`,
    organisation: ORGANISATIONS[index % 5],
    unit: index % 2 ? `District ${index % 20}` : '',
    role: index % 4 ? 'Adviser' : '',
    typeId: TYPES[type],
    type: ['Social entrepreneur', 'Municipality', 'Volunteer'][type],
    colour: ['#0072b2', '#d55e00', '#009e73'][type],
    themes,
    programme: themes.map((theme, slot) => [TIMES[slot].join('–'), THEMES[theme], ROOMS[theme]]),
  };
}
