import { describe, expect, test } from 'vitest';
import { buildInstance } from '../../../src/core/assign/instance.ts';
import { resolvePins } from '../../../src/core/assign/resolve-pins.ts';
import { findFindings } from '../../../src/core/check/find-findings.ts';
import { checkPlan } from '../../../src/core/constraints/check-plan.ts';
import { CONSTRAINTS } from '../../../src/core/constraints/index.ts';
import { shareFigures } from '../../../src/core/report/shared-figures.ts';
import { CATALOGUE, finding } from '../../../src/errors.ts';
import { parseEvent } from '../../../src/folder/config/parse-event.ts';
import type { Attendee } from '../../../src/model/attendee.ts';
import type { Event } from '../../../src/model/event.ts';
import type { Finding } from '../../../src/model/finding.ts';
import type { PinKind } from '../../../src/model/placement.ts';
import { findingText } from '../../../src/render/findings/finding-words.ts';
import { FINDING_WORDS_NB } from '../../../src/render/findings/finding-words-nb.ts';
import { namesOf } from '../../../src/render/findings/names.ts';
import { violationText } from '../../../src/render/findings/violation-words.ts';
import { renderReport } from '../../../src/render/report/report.ts';
import { renderSharedReport } from '../../../src/render/report/shared-report.ts';
import { attendee, event } from '../../core/assign/small-instances.ts';
import { seat } from '../../core/constraints/plans.ts';
import { sampleEvent, sampleFigures } from '../../helpers/report-sample.ts';

/** English beside Norwegian titles, so that a sentence in the wrong language shows. */
const TITLES: Readonly<Record<string, string>> = { work: 'Arbeid', elderly: 'Eldre', youth: 'Ungdom' };

function norwegian(of: Event): Event {
  const both = <One extends { readonly id: string; readonly title: object }>(one: One) => ({
    ...one,
    title: { ...one.title, nb: TITLES[one.id.replace(/-\d$/, '')] ?? `norsk ${one.id}` },
  });
  return {
    ...of,
    languages: ['nb', 'en'],
    themes: of.themes.map(both),
    sessions: of.sessions.map(both),
    timeSlots: of.timeSlots.map(both),
    attendeeTypes: of.attendeeTypes.map(both),
  };
}

const EVENT = norwegian(
  event(
    {
      'work/1': { capacity: 1, minimum: 0, language: 'en' },
      'elderly/1': { capacity: 9, minimum: 0, room: 'attic' },
      'work/2': { capacity: 9, minimum: 5 },
      'youth/2': 9,
    },
    {
      spread: [
        {
          id: 'everywhere',
          delegations: 'all',
          themes: ['youth'],
          per: 'theme',
          atLeast: { people: 1 },
          weight: 1,
        },
        { id: 'few', delegations: 'all', themes: ['work'], per: 'session', atMost: { people: 1 }, weight: 1 },
      ],
      mix: [{ id: 'half', types: ['entrepreneur'], themes: ['work'], atLeast: 0.5, weight: 1 }],
      eligibility: [{ id: 'only', types: ['entrepreneur'], themes: [], sessions: ['elderly-1'] }],
      apart: [{ id: 'firms', column: 'unit', weight: 1 }],
      notAlone: [{ id: 'two', delegations: 'all', weight: 1 }],
      topWishes: [{ id: 'first', atLeast: 1, of: 1, weight: 1 }],
      language: { understand: {}, strict: false, weight: 1 },
    },
  ),
);

const PEOPLE: readonly Attendee[] = ['Ann', 'Bo', 'Kim'].map((name) =>
  attendee({
    id: name.toLowerCase(),
    name,
    type: 'municipality',
    organisation: 'Asker',
    unit: name === 'Kim' ? '' : 'Skole',
    language: 'nb',
    wishes: name === 'Ann' ? [['youth']] : [],
  }),
);

function pin(kind: PinKind, who: string, session: string, line: number) {
  return { kind, attendee: who, session, reason: session === 'youth-2' ? 'innleder' : '', line };
}

const PINS = [
  pin('pin', 'ann', 'youth-2', 2),
  pin('exclude', 'bo', 'work-2', 3),
  pin('together', 'bo', 'bakeriet', 4),
  pin('together', 'kim', 'bakeriet', 5),
  pin('absent', 'kim', '2', 6),
  pin('step-free', 'ann', '', 7),
];

const INSTANCE = buildInstance(EVENT, PEOPLE, resolvePins(EVENT, PEOPLE, PINS, 'data/pins.csv').value);

/** Everything that can be wrong is wrong. */
const VIOLATIONS = checkPlan(INSTANCE, [
  seat('ann', 'work-1'),
  seat('ann', 'elderly-1'),
  seat('ann', 'work-2'),
  seat('bo', 'work-1'),
  seat('bo', 'work-2'),
  seat('kim', 'elderly-1'),
  seat('kim', 'work-2'),
  seat('gone', 'work-2'),
  seat('bo', 'cooking-2'),
  { ...seat('kim', 'youth-2'), timeSlot: '1' },
]);

const NAMES = namesOf(EVENT, PEOPLE, 'nb');

describe('a plan that breaks every constraint, in Norwegian', () => {
  test('has a sentence for each, with Norwegian titles', () => {
    const all = CONSTRAINTS.map((one) => one.id).filter((id) => id !== 'totals');
    expect([...new Set(VIOLATIONS.map((one) => one.constraint))]).toEqual(all);

    expect(VIOLATIONS.map((one) => `${one.constraint}: ${violationText(one, 'nb', NAMES)}`)).toEqual([
      'attending: Deltakeren gone har en plass, men kommer ikke eller er ukjent.',
      'attending: Det finnes ingen sesjon cooking-2.',
      'attending: «Ungdom» er kl. 10:00, ikke kl. 09:00 som i planen.',
      'one-session-per-slot: Ann har plass i 2 sesjoner kl. 09:00: «Arbeid» og «Eldre».',
      'one-session-per-slot: Bo har plass i 2 sesjoner kl. 10:00: «Arbeid» og «cooking-2».',
      'one-session-per-slot: Kim har plass i 2 sesjoner kl. 09:00: «Eldre» og «Ungdom».',
      'no-theme-twice: Ann har fått temaet «Arbeid» 2 ganger: «Arbeid» kl. 09:00 og «Arbeid» kl. 10:00.',
      'no-theme-twice: Bo har fått temaet «Arbeid» 2 ganger: «Arbeid» kl. 09:00 og «Arbeid» kl. 10:00.',
      'capacity: «Arbeid» kl. 09:00 har plass til 1 person, men 2 er satt opp.',
      'pins: Ann skal etter pins.csv ha plass i «Ungdom» kl. 10:00, men har det ikke (innleder).',
      'pins: Bo har plass i «Arbeid» kl. 10:00, men skal etter pins.csv ikke være der.',
      'availability: Kim har plass i «Arbeid» kl. 10:00, men er ikke til stede da.',
      'availability: Kim har plass i «Ungdom» kl. 10:00, men er ikke til stede da.',
      'accessibility: Ann trenger et rom uten trapper, men har plass i «Eldre» kl. 09:00.',
      'eligibility: Ann har plass i «Eldre» kl. 09:00, som etter regelen only bare er for norsk entrepreneur.',
      'eligibility: Kim har plass i «Eldre» kl. 09:00, som etter regelen only bare er for norsk entrepreneur.',
      'together: Bo og Kim hører sammen (bakeriet), men kl. 09:00 er de fordelt på «Arbeid» og «Ungdom».',
      'apart: Ann og Bo har plass i «Arbeid» kl. 09:00, men skal holdes fra hverandre (regel firms: Skole).',
      'apart: Ann og Bo har plass i «Arbeid» kl. 10:00, men skal holdes fra hverandre (regel firms: Skole).',
      'language: Ann og Bo forstår ikke språket i «Arbeid» kl. 09:00 (en).',
      'minimum: «Arbeid» kl. 10:00 har 4 deltakere; det trengs minst 5.',
      'spread: Asker har 2 av 3 personer i «Arbeid» kl. 09:00; regelen few tillater høyst 1.',
      'spread: Asker har 3 av 3 personer i «Arbeid» kl. 10:00; regelen few tillater høyst 1.',
      'mix: I «Arbeid» kl. 09:00 er ingen av 2 personer av typen norsk entrepreneur; regelen half krever minst 1.',
      'mix: I «Arbeid» kl. 10:00 er ingen av 4 personer av typen norsk entrepreneur; regelen half krever minst 2.',
      'not-alone: Kim er alene fra Asker i «Ungdom» kl. 10:00 (regel two).',
      'top-wishes: Ann får ingen førsteønsker; regelen first krever minst 1.',
    ]);
  });

  test('tells a group of which some have no seat from one in several sessions', () => {
    const [apart] = checkPlan(INSTANCE, [seat('bo', 'work-1')]).filter(
      (one) => one.constraint === 'together',
    );

    expect(apart && violationText(apart, 'nb', NAMES)).toBe(
      'Bo og Kim hører sammen (bakeriet), men kl. 09:00 har bare noen av dem plass, i «Arbeid».',
    );
  });

  test('speaks of each day in words where there are several', () => {
    const days = EVENT.timeSlots.map((one, index) => ({ ...one, date: `2026-03-1${index + 2}` }));
    const names = namesOf({ ...EVENT, timeSlots: days }, PEOPLE, 'nb');
    const [overfull] = VIOLATIONS.filter((one) => one.constraint === 'capacity');

    expect(overfull && violationText(overfull, 'nb', names)).toBe(
      '«Arbeid» 12. mars kl. 09:00 har plass til 1 person, men 2 er satt opp.',
    );
  });
});

/** Findings about the people of `EVENT`, and about pins that cannot be. */
function findAll(): readonly Finding[] {
  const people = [
    ...PEOPLE,
    attendee({ id: 'no', name: 'Nora', email: '', code: 'KIM', organisation: 'Asker kommune' }),
    attendee({ id: 'so', name: 'Sol', email: 'kim@example.org', organisation: 'Asker  Kommune' }),
    attendee({ id: 'out', name: 'Ute', status: 'cancelled' }),
  ];
  const of: Event = {
    ...EVENT,
    sessions: EVENT.sessions.map((one) => ({ ...one, capacity: 1 })),
    delegations: {
      minimumSize: 2,
      named: [{ id: 'oslo', title: { nb: 'Oslo kommune' }, organisations: ['Olso'], units: [], domains: [] }],
    },
    rules: {
      ...EVENT.rules,
      availability: { column: 'unit', present: [{ value: 'Hele dagen', timeSlots: ['1', '2'] }] },
      accessibility: { column: 'Trapper', needs: ['ja'], ignore: [] },
    },
  };
  const rows = [
    pin('pin', 'ann', 'work-1', 2),
    pin('pin', 'ann', 'elderly-1', 3),
    pin('exclude', 'ann', 'work-1', 4),
    pin('pin', 'ann', 'work-2', 5),
    pin('pin', 'bo', 'work-1', 6),
    pin('pin', 'out', 'work-1', 7),
    pin('pin', 'anm', 'work-1', 8),
    pin('pin', 'kim@example.org', 'work-1', 9),
    pin('pin', 'bo', 'wrok-1', 10),
    pin('pin', 'bo', 'youth', 11),
    pin('absent', 'bo', 'lunsj', 12),
    pin('apart', 'bo', '', 13),
    pin('step-free', 'bo', 'work-1', 14),
  ];
  const clash = resolvePins(
    EVENT,
    PEOPLE,
    [pin('pin', 'ann', 'youth-2', 2), pin('absent', 'ann', '2', 3)],
    'data/pins.csv',
  );
  const placements = [seat('ann', 'work-1'), seat('out', 'work-1')];
  return [
    ...findFindings({ event: of, attendees: people, placements, language: 'nb' }),
    ...resolvePins(of, people, rows, 'data/pins.csv').problems,
    ...clash.problems,
    finding('SOS301', 'A "!" at the beginning marks a YAML tag.', { facts: { isTag: true } }),
    finding('SOS301', 'This is not valid YAML.', { facts: { isTag: false } }),
    finding('SOS311', 'Time slots "1" and "2" overlap.', { facts: { timeSlots: ['1', '2'] } }),
  ];
}

describe('everything that `sosent check` finds, in Norwegian', () => {
  const found = findAll();
  const texts = found.map((one) => ({ code: one.code, ...findingText(one, 'nb', NAMES) }));

  test('has a sentence for each, and one about what to do', () => {
    expect([...new Set(found.map((one) => one.code))].sort()).toEqual(Object.keys(FINDING_WORDS_NB).sort());

    expect(texts.map((one) => `${one.code} ${one.message} | ${one.next}`)).toEqual([
      'SOS350 norsk 1 (09:00) har 2 plasser til 5 deltakere. | 3 kommer på venteliste. Finn et større rom, eller legg til en sesjon.',
      'SOS350 norsk 2 (10:00) har 2 plasser til 5 deltakere. | 3 kommer på venteliste. Finn et større rom, eller legg til en sesjon.',
      'SOS351 4 deltakere har ingen ønsker: Bo, Kim, Nora og Sol. | Uten ønsker får man plass der det er ledig.',
      'SOS352 2 deltakere mangler deltakertype: Nora og Sol. | Uten type får navneskiltet ingen farge, og personen teller ikke med i sammensetningen.',
      'SOS353 1 deltaker mangler e-postadresse: Nora. | Uten adresse kommer det ingen e-post; gi beskjed på en annen måte.',
      'SOS358 rules.accessibility leser kolonnen «Trapper», som ingen har. | Påmeldingene har ingen egne kolonner.',
      'SOS357 2 deltakere skrev noe under «unit» som regelen rules.availability ikke kjenner: Ann og Bo. | Uten et svar som regelen kjenner, kan man få plass i alle tidsrom. Legg det de skrev, til i «present», eller en rad av typen «absent» i data/pins.csv.',
      'SOS354 2 deltakere har koden KIM: Kim og Nora. | Fjern koden til den som kom sist, i data/attendees.csv; neste import gir en ny.',
      'SOS355 Ingen hører til delegasjonen Oslo kommune. | Kontroller skrivemåten i sosent.yaml: Olso.',
      'SOS245 Kanskje samme organisasjon: «Asker  Kommune» (1), «Asker kommune» (1). | I så fall: legg til i sosent.yaml under organisations: - { name: "Asker  Kommune", aliases: [] }. Hvis ikke: før dem opp hver for seg.',
      'SOS356 Planen er eldre enn påmeldingene: 4 er ikke med ennå, og 1 er med uten å komme. | Kjør `sosent assign` på nytt.',
      'SOS405 Ute har meldt avbud; raden er ikke brukt. | Slett raden, så den ikke villeder neste leser.',
      'SOS402 Ingen har id-en, koden eller e-postadressen «anm». | Mente du «ANN»?',
      'SOS402 2 deltakere har e-postadressen «kim@example.org»: Kim og Sol. | Skriv koden: KIM eller SO.',
      'SOS403 Det finnes ingen sesjon «wrok-1». | Mente du «work-1»?',
      'SOS403 Det finnes ingen sesjon «youth». | «youth» er et tema; skriv én sesjon: youth-2.',
      'SOS403 Det finnes ikke noe tidsrom «lunsj» å være borte i. | Tidsrommene er 1, 2.',
      'SOS403 En rad av typen «apart» sier ikke hvilken gruppe det gjelder. | Skriv et navn på gruppen under «session»: alle med samme navn holdes fra hverandre.',
      'SOS403 En rad av typen «step-free» har en sesjon: «work-1». | La «session» stå tom: raden gjelder alle sesjoner.',
      'SOS404 Ann skal ha plass i «Arbeid» kl. 09:00 og i «Eldre» kl. 09:00, som går samtidig (linje 2 og 3). | Slett eller endre en av linjene 2 og 3.',
      'SOS404 Ann skal både ha plass i «Arbeid» kl. 09:00 og ikke være der (linje 2 og 4). | Slett eller endre en av linjene 2 og 4.',
      'SOS404 Ann skal ha plass to ganger i samme tema: «Arbeid» kl. 09:00 og «Arbeid» kl. 10:00 (linje 2 og 5). | Slett eller endre en av linjene 2 og 5.',
      'SOS404 2 deltakere skal etter pins.csv ha plass i «Arbeid» kl. 09:00, som har 1 plass. | Fjern 1 av linjene 2 og 6, eller gi sesjonen et større rom.',
      'SOS404 Valgene i pins.csv gjør dette uunngåelig, og det er ikke lov: Ann har plass i «Ungdom» kl. 10:00, men er ikke til stede da. | Slett eller endre en av linjene 2 og 3, eller regelen.',
      'SOS301 Et «!» først i en tekst er en YAML-tagg, og sosent kjenner ingen. | Sett teksten i anførselstegn.',
      'SOS301 Her står det noe som YAML ikke kjenner. | Sammenlign med linjene omkring.',
      'SOS311 Tidsrommene «1» og «2» overlapper. | Alle får plass i begge. Sesjoner som går samtidig, hører hjemme i ett tidsrom.',
    ]);
  });

  test('a tag and time slots that overlap are warnings of sosent.yaml', () => {
    const { problems } = parseEvent('sosent: !x 1\n', 'sosent.yaml');
    expect(problems.map((one) => [one.code, one.severity])).toContainEqual(['SOS301', 'warning']);
  });
});

test('no English sentence or title of a rule or finding is in the Norwegian report', () => {
  const sample = sampleEvent(24);
  const of = { ...EVENT, attendeeTypes: sample.attendeeTypes };
  const figures = sampleFigures(sample, 24);
  const found = findAll();
  const all = {
    ...figures,
    findings: found,
    summary: { ...figures.summary, violations: VIOLATIONS },
  };
  const page = renderReport(of, all, 'nb');
  const shared = renderSharedReport(of, { ...shareFigures(sample, all) }, 'nb');
  const english = [
    ...VIOLATIONS.map((one) => one.message),
    ...found.flatMap((one) => [one.message, one.hint ?? '', CATALOGUE[one.code].title]),
    ...CONSTRAINTS.map((one) => one.title),
  ].filter((text) => text !== '');
  const read = (text: string): string => text.replace(/<[^>]*>/g, '').replace(/&[^;]*;|[`"']/g, '');

  for (const one of [page, shared]) {
    expect(one).not.toContain('lang="en"');
    expect(english.filter((text) => read(one).includes(read(text)))).toEqual([]);
  }
  expect(renderReport(of, all, 'en')).toContain(VIOLATIONS[0]?.message);
  for (const name of ['Ann', 'Kim', 'Nora', 'innleder', 'bakeriet']) expect(shared).not.toContain(name);
});
