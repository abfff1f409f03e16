/** People with seats, for the benchmarks of mails. Invented; the same every time. */

const YAML = `sosent: 1
event:
  id: bench
  title: { nb: SosEnt-konferansen 2016, en: The SosEnt Conference 2016 }
  date: 2016-10-26
  languages: [nb, en]
  venue: { nb: Rådhuset, en: The town hall }
  address: Eksempelgata 1, 0150 Oslo
  url: https://sosent.example.org
  contact: { name: SosEnt-sekretariatet, email: sosent@example.org, phone: "+47 22 00 00 00" }
  hosts: [Oslo kommune, Bærum kommune]
themes:
  - { id: work, title: { nb: Arbeid, en: Work } }
  - { id: elderly, title: { nb: Eldre, en: The elderly } }
  - { id: youth, title: { nb: Barn og unge, en: Children and youth } }
rooms:
  - { id: hall, title: { nb: Storsalen, en: Main hall }, capacity: 50000 }
  - { id: attic, title: { nb: Loftet, en: The attic }, capacity: 50000 }
  - { id: yard, title: { nb: Atriet, en: The yard }, capacity: 50000 }
timeSlots:
  - { id: "1", start: "10:15", end: "11:00" }
  - { id: "2", start: "11:15", end: "12:00" }
  - { id: "3", start: "13:00", end: "13:45" }
sessions:
  - { theme: work, room: hall, timeSlots: all }
  - { theme: elderly, room: attic, timeSlots: all }
  - { theme: youth, room: yard, timeSlots: all }
emails:
  from: SosEnt 2016 <sosent@example.org>
  mailings:
    - id: your-sessions
      subject: { nb: "Dine sesjoner på {{event.title}}", en: "Your sessions at {{event.title}}" }
`;
const THEMES = ['work', 'elderly', 'youth'];

/** @param {number} count */
export function makeMailingPeople(count) {
  const attendees = Array.from({ length: count }, (_, index) => ({
    id: `p${index}`,
    code: index.toString(32).toUpperCase().padStart(4, '0'),
    name: `Åse "Ås" Nordmann-${index}`,
    email: `person${index}@example.org`,
    phone: '+4791200001',
    organisation: `Kommune & Sønn ${index % 97}`,
    unit: `Bydel ${index % 13}`,
    type: '',
    role: 'Rådgiver',
    language: index % 5 === 0 ? 'en' : 'nb',
    delegation: '',
    wishes: [],
    dietary: index % 7 === 0 ? 'Vegetar' : '',
    accessibility: '',
    needs: index % 3 === 0 ? 'Vi ser etter arbeidstrening for unge uten fullført videregående.' : '',
    solutions: '',
    status: 'registered',
    registeredAt: '',
    source: '',
    sourceId: '',
    extra: {},
  }));
  const placements = attendees.flatMap(({ id }, index) =>
    ['1', '2', '3'].map((timeSlot, slot) => ({
      attendee: id,
      timeSlot,
      session: `${THEMES[(index + slot) % 3]}-${timeSlot}`,
      kind: (index + slot) % 11 === 0 ? 'waitlisted' : 'assigned',
      rank: 1,
    })),
  );
  return { yaml: YAML, attendees, placements };
}
