import type { HeaderWords } from './header-words.ts';

/** Danish. */
export const da: HeaderWords = {
  fields: {
    name: `
      Fulde navn | Fuldt navn | Navn | Deltagerens navn | Deltagernavn | Deltager | Dit navn | For-
      og efternavn | Fornavn og efternavn`,
    familyFirst: 'Efternavn, fornavn | Navn (efternavn, fornavn) | Efternavn og fornavn',
    givenName: 'Fornavn | Dit fornavn',
    familyName: 'Efternavn | Dit efternavn',
    email: 'E-mail | E-mailadresse | Mail | Mailadresse | Din e-mail | Din mail',
    phone: 'Mobil | Mobilnummer | Mobiltelefon | Telefon | Telefonnummer | Tlf | Tlf.nr',
    organisation: `
      Organisation | Organisationsnavn | Arbejdsgiver | Arbejdsplads | Arbejdssted | Virksomhed |
      Virksomhedsnavn | Firma | Firmanavn | Forening | Kommune | Region | Institution | Skole |
      Uddannelsessted | Organisation/virksomhed | Virksomhed/organisation`,
    unit: `
      Enhed | Afdeling | Forvaltning | Styrelse | Sektion | Center | Fakultet | Enhed/afdeling |
      Afdeling/enhed | Fagområde`,
    type: `
      Deltagertype | Type deltager | Jeg er | Jeg kommer som | Jeg deltager som | Deltager som |
      Type | Kategori | Sektor | Billettype | Gruppe | Type organisation | Organisationstype | Hvem
      er du`,
    role: `
      Stilling | Stillingsbetegnelse | Titel | Jobtitel | Rolle | Din rolle | Funktion | Erhverv`,
    language: 'Sprog | Foretrukket sprog | Ønsket sprog',
    dietary: `
      Madallergier | Madallergi | Allergier | Allergi | Kosthensyn | Kost | Særlig kost | Diæt | Mad
      | Specialkost | Madpræferencer | Allergier/kost`,
    accessibility: `
      Tilgængelighed | Tilgængelighedsbehov | Særlige behov | Specielle behov | Behov for hjælp |
      Særlige hensyn`,
    needs: 'Behov | Vi har brug for | Vi søger | Vi leder efter',
    solutions: 'Løsninger | Løsning | Vi tilbyder | Tilbud',
    status: 'Status | Tilmeldingsstatus | Deltagerstatus',
    registeredAt: `
      Tidsstempel | Registreret | Registreringsdato | Tilmeldt | Tilmeldingsdato |
      Tilmeldingstidspunkt | Oprettet | Indsendt | Afsendt | Bestillingsdato | Dato`,
    sourceId: `
      Ordrenummer | Ordrenr | Bestillingsnummer | Bookingnummer | Tilmeldingsnummer | Tilmeldings-ID
      | Svar-ID | Billetnummer | Billetnr | Reference | Referencenummer | Ref | ID | Nr | Nummer |
      Deltagernummer`,
    wishes: `
      Temaønsker | Temaønske | Ønsker | Ønskede temaer | Temaer | Tema | Prioriterede temaer |
      Prioriteringer | Præferencer | Interesser | Workshopønsker`,
  },
  noField: 'Bestiller | Deltagelse | Bedrift | Køn | Andet | Mat',
  ordinals: `
    første | anden andet | tredje | fjerde | femte | sjette | syvende | ottende | niende | tiende`,
  choices: 'valg | ønske | prioritet | prioritering | præference | tema | emne',
  beside: 'dit | din | mit | min | for | af | som | på | session | temaer | ønsker | nr',
  themes: 'tema | emne | workshop | session',
  wishing: 'ønsk | interesse | ranger | prioriter | vælg | foretræk',
  questions: {
    dietary: 'allerg | kosthensyn | intoleran | særlig kost',
    accessibility: 'tilgængelighed | særlige behov',
  },
};
