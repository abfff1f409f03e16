import { buildInstance } from '../dist/core/assign/instance.js';
import { parseEvent } from '../dist/folder/config/parse-event.js';

/**
 * Instances of the assignment like those that allocation engines were studied on: everybody wishes for five themes, of
 * which some are far more popular than others; 95 % of all seats are needed. The same instance for the same size.
 * `even`: every theme in every slot, in equal rooms. Otherwise a theme runs in two or three slots, in rooms of uneven
 * sizes. `rules`: delegations are spread over themes, and every session has a fifth of social entrepreneurs.
 * @param {{ people: number, slots: number, themes: number, even?: boolean, rules?: boolean, seed?: number }} size
 */
export function createInstance({ people, slots, themes, even = false, rules = false, seed = 7 }) {
  const random = generator(seed);
  const event = parse(eventText({ people, slots, themes, even, rules }, random));
  const popularity = Array.from({ length: themes }, (_, theme) => 1 / (theme + 2));
  const attendees = Array.from({ length: people }, (_, index) => ({
    ...NOBODY,
    id: `a-${String(index).padStart(6, '0')}`,
    name: `Person ${index}`,
    organisation: random() < 0.7 ? `Kommune ${Math.floor(random() ** 2 * Math.max(3, people / 40))}` : '',
    type: random() < 0.3 ? 'entrepreneur' : 'municipality',
    wishes: draw(popularity, Math.min(5, themes), random).map((theme) => [`t${theme}`]),
  }));
  return buildInstance(event, attendees, []);
}

function eventText({ people, slots, themes, even, rules }, random) {
  const seats = even
    ? Array.from({ length: themes * slots }, () => 1)
    : Array.from({ length: themes * slots }, () => 0.5 + random() * 1.5);
  const offered = seats.map((size, index) => {
    const [theme, slot] = [Math.floor(index / slots), index % slots];
    const isOut = !even && slots > 2 && theme % 2 === 1 && slot === theme % slots;
    return isOut ? 0 : size;
  });
  const capacities = Array.from({ length: slots }, (_, slot) => {
    const here = offered.filter((_size, index) => index % slots === slot);
    const total = here.reduce((sum, one) => sum + one, 0);
    return here.map((size) => (size === 0 ? 0 : Math.ceil((size / total) * (people / 0.95))));
  });
  const list = (count, line) => Array.from({ length: count }, (_, index) => line(index)).join('\n');
  const sessions = capacities
    .flatMap((here, slot) =>
      here.map((capacity, theme) =>
        capacity === 0
          ? ''
          : `  - { theme: t${theme}, room: r${theme}, timeSlot: "${slot + 1}", capacity: ${capacity} }\n`,
      ),
    )
    .join('');
  return `sosent: 1
event: { id: bench, title: Bench, date: 2026-03-12, timeZone: Europe/Oslo, languages: [en] }
themes:
${list(themes, (theme) => `  - { id: t${theme}, title: Theme ${theme} }`)}
rooms:
${list(themes, (theme) => `  - { id: r${theme}, title: Room ${theme}, capacity: ${people} }`)}
timeSlots:
${list(slots, (slot) => `  - { id: "${slot + 1}", start: "${10 + slot}:00", end: "${10 + slot}:45" }`)}
sessions:
${sessions}attendeeTypes:
  - { id: entrepreneur, title: Entrepreneur }
  - { id: municipality, title: Municipality }
delegations: { minimumSize: 8 }
rules:
  criterion: happy
  seed: bench
${
  rules
    ? `  spread:
    - { id: spread, delegations: all, per: session, atMost: ${Math.ceil(250 / themes)}% }
  mix:
    - { id: mix, types: entrepreneur, atLeast: 20% }
`
    : ''
}`;
}

function parse(text) {
  const { value, problems } = parseEvent(text, 'bench.yaml');
  if (value === undefined) throw new Error(problems.map((one) => one.message).join('\n'));
  return value;
}

/** Different numbers, the popular ones first more often. */
function draw(popularity, count, random) {
  const left = popularity.map((weight, index) => ({ weight, index }));
  return Array.from({ length: count }, () => {
    let at = random() * left.reduce((sum, one) => sum + one.weight, 0);
    let place = 0;
    while (place < left.length - 1 && at >= left[place].weight) {
      at -= left[place].weight;
      place += 1;
    }
    return left.splice(place, 1)[0].index;
  });
}

const NOBODY = {
  code: '',
  email: '',
  phone: '',
  unit: '',
  role: '',
  language: 'en',
  delegation: '',
  dietary: '',
  accessibility: '',
  needs: '',
  solutions: '',
  status: 'registered',
  registeredAt: '',
  source: '',
  sourceId: '',
  extra: {},
};

/** Numbers from 0 to 1 (a linear congruential generator with the constants of C's rand). */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
