import type { HeaderWords } from './header-words.ts';

/** Swedish, of Sweden and Finland. */
export const sv: HeaderWords = {
  fields: {
    name: `
      Fullständigt namn | Namn | Deltagarens namn | Deltagarnamn | Deltagare | Ditt namn | För- och
      efternamn | Förnamn och efternamn | Hela namnet`,
    familyFirst: 'Efternamn, förnamn | Namn (efternamn, förnamn) | Efternamn och förnamn',
    givenName: 'Förnamn | Tilltalsnamn | Ditt förnamn',
    familyName: 'Efternamn | Tillnamn | Ditt efternamn',
    email: `
      E-post | E-postadress | E-mail | E-mailadress | Mejl | Mejladress | Mail | Din e-post | Din
      e-postadress`,
    phone: 'Mobil | Mobilnummer | Mobiltelefon | Telefon | Telefonnummer | Tel',
    organisation: `
      Organisation | Organisationens namn | Arbetsgivare | Arbetsplats | Företag | Företagsnamn |
      Verksamhet | Myndighet | Kommun | Region | Institution | Skola | Lärosäte | Förening |
      Organisation/företag | Företag/organisation`,
    unit: `
      Enhet | Avdelning | Förvaltning | Stadsdel | Sektion | Fakultet | Nämnd | Enhet/avdelning |
      Avdelning/enhet | Ämnesområde`,
    type: `
      Deltagartyp | Typ av deltagare | Jag är | Jag kommer som | Jag deltar som | Deltar som | Typ |
      Kategori | Sektor | Biljettyp | Grupp | Typ av organisation | Organisationstyp | Vem är du`,
    role: `
      Befattning | Titel | Roll | Din roll | Yrkesroll | Yrkestitel | Jobbtitel | Tjänstetitel |
      Yrke | Funktion`,
    language: 'Språk | Önskat språk | Föredraget språk',
    dietary: `
      Matallergier | Matallergi | Allergier | Allergi | Specialkost | Kost | Kosthänsyn |
      Kostpreferenser | Mat | Matpreferenser | Diet | Allergier/specialkost | Specialkost/allergier`,
    accessibility: `
      Tillgänglighet | Tillgänglighetsbehov | Behov av anpassning | Anpassningar | Särskilda behov |
      Speciella behov | Behov av stöd`,
    needs: 'Behov | Vi behöver | Vi söker | Vi letar efter',
    solutions: 'Lösningar | Lösning | Vi erbjuder | Erbjudande',
    status: 'Status | Anmälningsstatus | Deltagarstatus | Bokningsstatus',
    registeredAt: `
      Tidsstämpel | Registrerad | Registreringsdatum | Anmäld | Anmälningsdatum | Anmälningstid |
      Anmäld datum | Skapad | Inskickad | Inskickat | Skickat | Slutförd | Bokningsdatum |
      Beställningsdatum | Datum`,
    sourceId: `
      Ordernummer | Ordernr | Bokningsnummer | Bokningsnr | Beställningsnummer | Anmälningsnummer |
      Anmälnings-ID | Svars-ID | Biljettnummer | Referens | Referensnummer | Ref | ID | Nr | Nummer
      | Deltagarnummer`,
    wishes: `
      Temaönskemål | Önskade teman | Önskat tema | Teman | Tema | Ämnen | Ämne | Prioriterade teman
      | Prioriteringar | Preferenser | Intressen | Workshopönskemål | Rangordnade teman`,
  },
  noField: 'Styrelse | Etat | Deltagande | Kön | Övrigt | Art | Bransch',
  ordinals: `
    första förste | andra andre | tredje | fjärde | femte | sjätte | sjunde | åttonde | nionde |
    tionde`,
  choices: `
    val | handsval | önskemål | önskan | prioritet | prioritering | prio | preferens | tema | ämne`,
  beside: `
    ditt | din | mitt | min | mina | för | av | som | i | hand | teman | pass | workshop | nr`,
  themes: 'tema | ämne | workshop | session',
  wishing: 'önsk | intress | ranger | rangordn | prioriter | välj | föredra',
  questions: {
    dietary: 'allerg | specialkost | intoleran | kosthänsyn',
    accessibility: 'tillgänglighet | behov av anpassning | särskilda behov',
  },
};
