import type { HeaderWords } from './header-words.ts';

/** Norwegian, bokmål. */
export const nb: HeaderWords = {
  fields: {
    name: `
      Fullt navn | Navn | Deltakernavn | Deltaker | Ditt navn | Navnet ditt | Navn på deltaker |
      For- og etternavn | Fornavn og etternavn`,
    familyFirst: 'Etternavn, fornavn | Navn (etternavn, fornavn) | Etternavn og fornavn',
    givenName: 'Fornavn',
    familyName: 'Etternavn',
    email: 'E-post | E-postadresse | Mailadresse | Din e-post | E-post til deltaker | Jobb e-post',
    phone: 'Mobil | Mobilnummer | Mobiltelefon | Telefon | Telefonnummer | Tlf | Tlf.nr',
    organisation: `
      Organisasjon | Organisasjonsnavn | Virksomhet | Arbeidsgiver | Arbeidssted | Firma | Firmanavn
      | Bedrift | Kommune | Institusjon | Skole | Tilhørighet | Organisasjon/virksomhet |
      Virksomhet/organisasjon`,
    unit: `
      Enhet/bydel | Enhet | Bydel | Bydel/etat | Etat | Etat/bydel | Avdeling | Avdeling/enhet |
      Enhet/avdeling | Avdelingsnavn | Seksjon | Fakultet | Fagområde`,
    type: `
      Deltakertype | Jeg er | Jeg kommer som | Jeg deltar som | Deltar som | Type | Type deltaker |
      Kategori | Sektor | Billettype | Gruppe | Type organisasjon | Organisasjonstype | Type
      virksomhet | Hvem er du`,
    role: 'Stilling | Stillingstittel | Tittel | Rolle | Funksjon | Din rolle | Yrke',
    language: 'Språk | Foretrukket språk | Ønsket språk | Målform',
    dietary: `
      Matallergier | Matallergi | Allergier | Allergi | Kosthold | Kosthensyn | Diett | Mat |
      Spesialkost | Allergier/kosthold | Mat og allergier | Matpreferanser`,
    accessibility: `
      Behov for tilrettelegging | Tilrettelegging | Tilretteleggingsbehov | Særskilte behov |
      Spesielle behov | Trenger du tilrettelegging | Universell utforming`,
    needs: 'Behov | Vi trenger | Vi søker | Vi ser etter',
    solutions: 'Løsninger | Løsning | Vi tilbyr | Tilbud',
    status: 'Status | Påmeldingsstatus | Deltakerstatus',
    registeredAt: `
      Registrert | Registreringstidspunkt | Registreringsdato | Tidsmerke | Tidsstempel | Påmeldt |
      Påmeldt dato | Påmeldingsdato | Påmeldingstidspunkt | Fullføringstidspunkt | Bestillingsdato |
      Opprettet | Innsendt | Sendt inn | Dato`,
    sourceId: `
      Ordrenr | Ordrenummer | Bestillingsnummer | Bestillingsnr | Påmeldingsnummer | Påmeldings-ID |
      Svar-ID | Billettnummer | Billettnr | Referanse | Ref | Referansenummer | ID | Nr | Nummer |
      Deltakernummer`,
    wishes: `
      Temaønsker | Temaønske | Ønsker | Ønskede temaer | Temaer | Tema | Preferanser | Prioriterte
      temaer | Prioriteringer | Interesser | Workshopønsker | Sesjonsønsker | Ønskede sesjoner |
      Rangerte temaer`,
  },
  noField: 'Bestiller | Styrelse | Deltakelse | Deltagelse | Titel',
  ordinals: `
    første | andre annen annet | tredje | fjerde | femte | sjette | sjuende syvende | åttende | niende
    | tiende`,
  choices: 'valg | ønske | preferanse | prioritet | prioritering | pri | tema | emne',
  beside: 'ditt | din | mitt | min | for | av | som | på | sesjon | temaer | ønsker | nr',
  themes: 'tema | emne | sesjon | verksted',
  wishing: 'ønsk | interesse | ranger | prioriter | velg',
  questions: {
    dietary: 'allerg | kosthold | kosthensyn | intoleran',
    accessibility: 'tilrettelegg | universell utforming',
  },
};
