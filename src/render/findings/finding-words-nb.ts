import type { FindingFacts, NameList, PinClash, UnknownSubject } from '../../model/finding.ts';
import type { FindingText, FindingWords } from './finding-words.ts';
import type { Names } from './names.ts';
import { listed, listedPeople, seatsOf, sessionOf } from './phrases-nb.ts';
import { violationText } from './violation-words.ts';

/** Det `sosent check` finner. */
export const FINDING_WORDS_NB: FindingWords = {
  SOS245: { title: 'Kanskje samme organisasjon', text: nearEquals },
  SOS301: {
    title: 'Noe uvanlig i sosent.yaml',
    text: ({ isTag }) =>
      isTag
        ? {
            message: 'Et «!» først i en tekst er en YAML-tagg, og sosent kjenner ingen.',
            next: 'Sett teksten i anførselstegn.',
          }
        : {
            message: 'Her står det noe som YAML ikke kjenner.',
            next: 'Sammenlign med linjene omkring.',
          },
  },
  SOS311: {
    title: 'Tidsrom som overlapper',
    text: ({ timeSlots }) => ({
      message: `Tidsrommene ${listed(timeSlots.map((id) => `«${id}»`))} overlapper.`,
      next: 'Alle får plass i begge. Sesjoner som går samtidig, hører hjemme i ett tidsrom.',
    }),
  },
  SOS350: {
    title: 'Færre plasser enn deltakere',
    text: ({ timeSlot, seats, people }, names) => {
      const { title, start } = names.slot(timeSlot);
      return {
        message: `${title} (${start}) har ${seatsOf(seats)} til ${people} deltakere.`,
        next: `${people - seats} kommer på venteliste. Finn et større rom, eller legg til en sesjon.`,
      };
    },
  },
  SOS351: lacking('Deltakere uten ønsker', 'har ingen ønsker', 'Uten ønsker får man plass der det er ledig.'),
  SOS352: lacking(
    'Deltakere uten deltakertype',
    'mangler deltakertype',
    'Uten type får navneskiltet ingen farge, og personen teller ikke med i sammensetningen.',
  ),
  SOS353: lacking(
    'Deltakere uten e-postadresse',
    'mangler e-postadresse',
    'Uten adresse kommer det ingen e-post; gi beskjed på en annen måte.',
  ),
  SOS354: {
    title: 'Flere deltakere med samme kode',
    text: ({ code, people }) => ({
      message: `${people.count} deltakere har koden ${code}: ${listedPeople(people)}.`,
      next: 'Fjern koden til den som kom sist, i data/attendees.csv; neste import gir en ny.',
    }),
  },
  SOS355: {
    title: 'En delegasjon uten deltakere',
    text: ({ title, members }, names) => ({
      message: `Ingen hører til delegasjonen ${names.text(title)}.`,
      next: `Kontroller skrivemåten i sosent.yaml: ${members.join(', ')}.`,
    }),
  },
  SOS356: {
    title: 'Planen er ikke oppdatert',
    text: ({ missing, gone }) => ({
      message: `Planen er eldre enn påmeldingene: ${missing} er ikke med ennå, og ${gone} er med uten å komme.`,
      next: 'Kjør `sosent assign` på nytt.',
    }),
  },
  SOS357: {
    title: 'Et svar som en regel ikke kjenner',
    text: ({ people, column, rule }) => ({
      message: `${attendees(people)} skrev noe under «${column}» som regelen rules.${rule} ikke kjenner: ${listedPeople(people)}.`,
      next:
        rule === 'availability'
          ? 'Uten et svar som regelen kjenner, kan man få plass i alle tidsrom. Legg det de skrev, til i «present», eller en rad av typen «absent» i data/pins.csv.'
          : 'Uten et svar som regelen kjenner, kan man få plass i alle rom. Les det de skrev, og legg det til i «needs» eller «ignore», eller en rad av typen «step-free» i data/pins.csv.',
    }),
  },
  SOS358: {
    title: 'En regel leser en kolonne som ingen har',
    text: ({ rule, column, headers }) => ({
      message: `${rule} leser kolonnen «${column}», som ingen har.`,
      next:
        headers.length === 0
          ? 'Påmeldingene har ingen egne kolonner.'
          : `Påmeldingene har kolonnene ${headers.join(', ')}.`,
    }),
  },
  SOS402: { title: 'En rad i pins.csv gjelder ingen deltaker', text: unknownAttendee },
  SOS403: { title: 'En rad i pins.csv gjelder ingen sesjon', text: unknownSubject },
  SOS404: { title: 'Valg i pins.csv strider mot hverandre eller mot en regel', text: clash },
  SOS405: {
    title: 'Et valg i pins.csv for en som har meldt avbud',
    text: ({ name }) => ({
      message: `${name} har meldt avbud; raden er ikke brukt.`,
      next: 'Slett raden, så den ikke villeder neste leser.',
    }),
  },
};

function lacking(title: string, lack: string, next: string): FindingWords['SOS351'] {
  return {
    title,
    text: ({ people }) => ({ message: `${attendees(people)} ${lack}: ${listedPeople(people)}.`, next }),
  };
}

function attendees({ count }: NameList): string {
  return count === 1 ? '1 deltaker' : `${count} deltakere`;
}

function nearEquals({ spellings, name, aliases, isListed }: FindingFacts['SOS245']): FindingText {
  const most = 6;
  const rest = spellings.length - most;
  const shown = spellings.slice(0, most).map((one) => `«${one.name}» (${one.people})`);
  const quoted = aliases.map((alias) => JSON.stringify(alias)).join(', ');
  const key = JSON.stringify(name);
  return {
    message: `Kanskje samme organisasjon: ${shown.join(', ')}${rest > 0 ? ` og ${rest} til` : ''}.`,
    next: isListed
      ? `I så fall: legg til under aliases for ${key} i sosent.yaml: ${quoted}`
      : `I så fall: legg til i sosent.yaml under organisations: - { name: ${key}, aliases: [${quoted}] }. Hvis ikke: før dem opp hver for seg.`,
  };
}

function unknownAttendee({ written, candidates, nearest }: FindingFacts['SOS402']): FindingText {
  if (candidates.length === 0) {
    return {
      message: `Ingen har id-en, koden eller e-postadressen «${written}».`,
      next: meant(nearest, 'Id-ene og kodene står i data/attendees.csv.'),
    };
  }
  return {
    message: `${candidates.length} deltakere har e-postadressen «${written}»: ${listed(candidates.map((one) => one.name))}.`,
    next: `Skriv koden: ${listed(
      candidates.map((one) => one.code),
      'eller',
    )}.`,
  };
}

function unknownSubject(subject: UnknownSubject): FindingText {
  const { kind, written } = subject;
  switch (subject.fault) {
    case 'no-session':
      return {
        message: `Det finnes ingen sesjon «${written}».`,
        next: meant(subject.nearest, `Sesjonene er ${subject.known.join(', ')}.`),
      };
    case 'theme':
      return {
        message: `Det finnes ingen sesjon «${written}».`,
        next: `«${written}» er et tema; skriv én sesjon: ${listed(subject.known, 'eller')}.`,
      };
    case 'no-time-slot':
      return {
        message: `Det finnes ikke noe tidsrom «${written}» å være borte i.`,
        next: meant(subject.nearest, `Tidsrommene er ${subject.known.join(', ')}.`),
      };
    case 'no-group':
      return {
        message: `En rad av typen «${kind}» sier ikke hvilken gruppe det gjelder.`,
        next: `Skriv et navn på gruppen under «session»: alle med samme navn ${kind === 'apart' ? 'holdes fra hverandre' : 'holdes sammen'}.`,
      };
    case 'names-session':
      return {
        message: `En rad av typen «${kind}» har en sesjon: «${written}».`,
        next: 'La «session» stå tom: raden gjelder alle sesjoner.',
      };
  }
}

function meant(nearest: string | undefined, otherwise: string): string {
  return nearest === undefined ? otherwise : `Mente du «${nearest}»?`;
}

function clash(one: PinClash, names: Names): FindingText {
  const [line = 0] = one.lines;
  const next =
    one.lines.length === 1
      ? `Slett eller endre linje ${line}`
      : `Slett eller endre en av linjene ${listed(one.lines.map(String))}`;
  if (one.clash === 'rule') {
    const broken = violationText(one.violation, 'nb', names);
    return {
      message: `Valgene i pins.csv gjør dette uunngåelig, og det er ikke lov: ${broken}`,
      next: `${next}, eller regelen.`,
    };
  }
  if (one.clash === 'overfull') {
    return {
      message: `${one.people} deltakere skal etter pins.csv ha plass i ${sessionOf(names, one.session)}, som har ${seatsOf(one.capacity)}.`,
      next: `Fjern ${one.people - one.capacity} av linjene ${listed(one.lines.map(String))}, eller gi sesjonen et større rom.`,
    };
  }
  const [first = '', second = ''] = one.sessions.map((id) => sessionOf(names, id));
  const why = {
    excluded: `skal både ha plass i ${first} og ikke være der`,
    'same-time': `skal ha plass i ${first} og i ${second}, som går samtidig`,
    'same-theme': `skal ha plass to ganger i samme tema: ${first} og ${second}`,
  }[one.clash];
  return { message: `${one.name} ${why} (linje ${listed(one.lines.map(String))}).`, next: `${next}.` };
}
