import type { HeaderWords } from './header-words.ts';

/** Norwegian, nynorsk: what is not the same in bokmål. */
export const nn: HeaderWords = {
  fields: {
    name: `
      Fullt namn | Namn | Deltakarnamn | Deltakar | Namnet ditt | Namn på deltakar | For- og
      etternamn | Førenamn og etternamn`,
    familyFirst: 'Etternamn, førenamn | Namn (etternamn, førenamn) | Etternamn og førenamn',
    givenName: 'Førenamn | Fornamn',
    familyName: 'Etternamn',
    email: 'E-post | E-postadresse | E-posten din',
    phone: 'Mobil | Telefon | Telefonnummer',
    organisation: 'Organisasjon | Verksemd | Arbeidsgjevar | Arbeidsstad | Skule | Kommune',
    unit: 'Eining | Eining/avdeling | Avdeling',
    type: 'Deltakartype | Eg er | Eg kjem som | Eg deltek som | Kven er du | Type verksemd',
    role: 'Stilling | Rolle | Yrke',
    language: 'Språk | Føretrekt språk | Ønskt språk | Målform',
    dietary: 'Matallergiar | Allergiar | Kosthald | Mat og allergiar',
    accessibility: 'Behov for tilrettelegging | Tilrettelegging | Særskilde behov',
    needs: 'Behov | Vi treng | Vi søkjer | Vi ser etter',
    solutions: 'Løysingar | Løysing | Vi tilbyr | Vi tilbyd | Tilbod',
    status: 'Status | Påmeldingsstatus',
    registeredAt: 'Registrert | Påmeld | Påmeldingsdato | Oppretta | Sendt inn',
    sourceId: 'Ordrenummer | Tingingsnummer | Påmeldingsnummer | Billettnummer',
    wishes: 'Temaønske | Ønskje | Ønskjer | Ønska tema | Temaa | Prioriterte tema | Interesser',
  },
  noField: 'Deltaking',
  ordinals: `
    fyrste første | andre | tredje | fjerde | femte | sjette | sjuande | åttande | niande | tiande`,
  choices: 'val | ynske | ønske | ønskje | prioritet | tema',
  beside: 'ditt | din | mitt | min | for | av | som | på | økt | nr',
  themes: 'tema | emne | økt | verkstad',
  wishing: 'ønsk | ynsk | interesse | ranger | prioriter | velje',
  questions: {
    dietary: 'allerg | kosthald',
    accessibility: 'tilrettelegg | universell utforming',
  },
};
