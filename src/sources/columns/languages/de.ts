import type { HeaderWords } from './header-words.ts';

/** German, of Germany, Austria and Switzerland. */
export const de: HeaderWords = {
  fields: {
    name: `
      Vollständiger Name | Vor- und Nachname | Vorname und Nachname | Vor- und Zuname |
      Name | Name des Teilnehmers | Name der Teilnehmerin | Teilnehmername | Teilnehmer |
      Teilnehmerin | Teilnehmende | Teilnehmende Person | Ihr Name |
      Dein Name`,
    familyFirst: 'Name, Vorname | Nachname, Vorname | Name (Nachname, Vorname) | Familienname, Vorname',
    givenName: 'Vorname | Vornamen | Rufname | Ihr Vorname | Dein Vorname',
    familyName: 'Nachname | Familienname | Zuname | Ihr Nachname | Dein Nachname',
    email: `
      E-Mail | E-Mail-Adresse | Mail | Mailadresse | Ihre E-Mail-Adresse | Deine
      E-Mail-Adresse | E-Mail des Teilnehmers`,
    phone: `
      Mobil | Mobilnummer | Mobiltelefon | Mobilfunknummer | Handy | Handynummer | Natel | Telefon |
      Telefonnummer | Rufnummer | Tel | Tel.-Nr.`,
    organisation: `
      Organisation | Name der Organisation | Arbeitgeber | Arbeitsplatz | Unternehmen | Firma |
      Firmenname | Betrieb | Einrichtung | Institution | Behörde | Verein | Träger | Gemeinde |
      Kommune | Stadt/Gemeinde | Schule | Hochschule | Universität | Organisation/Firma |
      Firma/Organisation | Unternehmen/Organisation | Zugehörigkeit`,
    unit: `
      Abteilung | Einheit | Bereich | Referat | Fachbereich | Dezernat | Amt | Bezirk | Stadtteil |
      Dienststelle | Sektion | Fakultät | Abteilung/Bereich | Fachgebiet`,
    type: `
      Teilnehmertyp | Teilnehmerart | Art der Teilnahme | Ich bin | Ich komme als | Ich nehme teil
      als | Teilnahme als | Typ | Kategorie | Sektor | Ticketart | Tickettyp | Ticketkategorie |
      Gruppe | Art der Organisation | Organisationstyp | Organisationsform`,
    role: `
      Funktion | Position | Berufsbezeichnung | Stellenbezeichnung | Stelle | Rolle | Ihre Rolle |
      Beruf | Tätigkeit`,
    language: 'Sprache | Bevorzugte Sprache | Gewünschte Sprache | Korrespondenzsprache',
    dietary: `
      Lebensmittelallergien | Allergien | Allergie | Unverträglichkeiten |
      Allergien/Unverträglichkeiten | Ernährung | Ernährungsweise | Ernährungsbesonderheiten |
      Essenswünsche | Diät | Essen | Verpflegung | Kost | Besondere Kost`,
    accessibility: `
      Barrierefreiheit | Bedarf an Barrierefreiheit | Besondere Bedürfnisse | Unterstützungsbedarf |
      Assistenzbedarf | Besonderer Bedarf`,
    needs: 'Bedarf | Bedarfe | Wir brauchen | Wir suchen | Gesucht',
    solutions: 'Lösungen | Lösung | Wir bieten | Angebot | Angebote',
    status: 'Status | Anmeldestatus | Teilnahmestatus | Buchungsstatus | Bestellstatus',
    registeredAt: `
      Zeitstempel | Registriert | Registriert am | Registrierungsdatum | Angemeldet | Angemeldet am
      | Anmeldedatum | Anmeldezeitpunkt | Erstellt | Erstellt am | Gesendet | Gesendet am |
      Eingegangen | Eingegangen am | Eingang | Abgeschickt | Abgesendet | Bestelldatum |
      Buchungsdatum | Datum`,
    sourceId: `
      Bestellnummer | Bestell-Nr. | Buchungsnummer | Buchungs-Nr. | Anmeldenummer | Anmelde-ID |
      Antwort-ID | Auftragsnummer | Ticketnummer | Ticket-Nr. | Referenz | Referenznummer | Ref | ID
      | Nr | Nummer | Teilnehmernummer | Lfd. Nr.`,
    wishes: `
      Themenwünsche | Themenwunsch | Wünsche | Gewünschte Themen | Wunschthemen | Themen | Thema |
      Präferenzen | Prioritäten | Interessen | Workshopwünsche`,
  },
  noField: `
    Titel | Besteller | Etat | Teilnahme | Erfahrung | Erfahrungen | Kosten | Stiftung | Anrede | Art | Gift | Mat
    | Vereinsname`,
  ordinals: `
    erste erster erstes erst | zweite zweiter zweites zweit | dritte dritter drittes dritt | vierte
    vierter viertes viert | fünfte fünfter fünftes fünft | sechste sechster sechstes sechst | siebte
    siebter siebtes siebt | achte achter achtes acht | neunte neunter neuntes neunt | zehnte zehnter
    zehntes zehnt`,
  choices: 'wahl | wunsch | priorität | prio | präferenz | thema',
  beside: `
    ihr | ihre | dein | deine | mein | meine | für | als | der | die | das | workshop | themen | nr`,
  themes: 'thema | themen | workshop',
  wishing: 'interess | priori | wähl | wünsch | wunsch | bevorzug | rangfolge | reihenfolge',
  questions: {
    dietary: 'allerg | unverträglich | ernährungs',
    accessibility: 'barrierefrei | unterstützungsbedarf | besondere bedürfnisse',
  },
};
