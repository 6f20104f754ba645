/** A term as the pages use it. */
export interface GlossaryEntry {
  /** Part of the address, so that a page may point at the term. */
  readonly id: string;
  readonly term: string;
  readonly meaning: string;
}

/** What the words on the pages mean, for people who meet them for the first time. */
export const GLOSSARY: readonly GlossaryEntry[] = [
  {
    id: 'foerderprogramm',
    term: 'Förderprogramm, Baustein',
    meaning:
      'Wofür das Land Geld gibt. Das Kommunale Integrationsmanagement (KIM) hat drei Bausteine: I Koordination, II Case Management, III Ausländer- und Einbürgerungsbehörden. Jeder Baustein hat eigene Regeln.',
  },
  {
    id: 'bescheid',
    term: 'Zuwendungsbescheid, Änderungsbescheid',
    meaning:
      'Was das Land dem Kreis bewilligt hat: Aktenzeichen, Datum, Zeitraum und Zeilen mit Beträgen. Ein Änderungsbescheid ändert einen früheren.',
  },
  {
    id: 'vertrag',
    term: 'Weiterleitungsvertrag, Fassung',
    meaning:
      'Womit der Kreis einen Teil des Geldes weitergibt und unter welchen Bedingungen. Eine Fassung ist der ganze Vertrag, wie er ab einem Tag gilt; jede Änderung macht eine neue Fassung.',
  },
  {
    id: 'empfaenger',
    term: 'Weiterleitungsempfänger',
    meaning: 'Die Stadt, der Wohlfahrtsverband oder der Verein, der das Geld bekommt.',
  },
  {
    id: 'zeile',
    term: 'Zuweisungszeile',
    meaning:
      'Was ein Empfänger für einen Baustein bekommt: Stellen, Satz je Stelle, Sachmittel und Höchstbetrag, und aus welcher Bescheidzeile das Geld stammt.',
  },
  {
    id: 'stelle',
    term: 'Stelle, Besetzung',
    meaning:
      'Eine geförderte Stelle, und wer sie von wann bis wann mit welchem Anteil besetzt. Ist niemand da, ist die Stelle vakant.',
  },
  {
    id: 'vzae',
    term: 'VzÄ',
    meaning: 'Vollzeitäquivalent: 1,0 ist eine volle Stelle, 0,5 eine halbe.',
  },
  {
    id: 'anspruch',
    term: 'Anspruch',
    meaning:
      'Was der Vertrag für die besetzte Zeit hergibt: höchstens der anteilige Höchstbetrag und, sobald ein Nachweis anerkannt ist, höchstens die nachgewiesenen Ausgaben.',
  },
  {
    id: 'anteilsrechnung',
    term: 'Anteilsrechnung',
    meaning:
      'Wie ein Jahresbetrag auf einen Teil des Jahres umgerechnet wird, zum Beispiel nach Kalendermonaten. Der Vertrag legt sie fest; jede Berechnung nennt sie.',
  },
  {
    id: 'eigene-mittel',
    term: 'Eigene Mittel',
    meaning: 'Geld des Kreises, das nicht aus einem Bescheid stammt.',
  },
  {
    id: 'frist',
    term: 'Frist, Termin',
    meaning:
      'Eine Frist, die am Wochenende oder Feiertag endet, endet am nächsten Werktag. Ein Termin, den eine Behörde auf einen Tag setzt, verschiebt sich nicht. Eine Kündigungsfrist verschiebt sich nie nach hinten.',
  },
  {
    id: 'verwendungsnachweis',
    term: 'Verwendungsnachweis',
    meaning:
      'Der Nachweis, wofür das Geld ausgegeben wurde: Sachbericht, zahlenmäßiger Nachweis und, wo verlangt, die Belegliste.',
  },
  {
    id: 'buchung',
    term: 'Buchung, Soll und Haben',
    meaning:
      'Ein Ereignis mit Beträgen auf Konten. Jede Buchung hat zwei gleich große Seiten: Soll steht für das, was der Kreis hat oder ausgibt, Haben für das, was er schuldet oder verdient. Eine Buchung wird nie geändert oder gelöscht; ein Storno bucht das Gegenteil.',
  },
  {
    id: 'konto',
    term: 'Konto, Kontoblatt, Sachkonto',
    meaning:
      'Ein Konto sammelt gleichartige Beträge, zum Beispiel geleistete Vorauszahlungen. Das Kontoblatt zeigt seine Buchungen mit laufendem Saldo. Das Sachkonto ist die Nummer, unter der die Kämmerei es führt.',
  },
  {
    id: 'bindung',
    term: 'Gebunden, angeordnet, abgerechnet',
    meaning:
      'Gebunden ist, was ein Vertrag zusagt; angeordnet, was zur Auszahlung freigegeben ist; abgerechnet, was nach dem Verwendungsnachweis endgültig zusteht. Angeordnet und noch nicht nachgewiesen ist eine Vorauszahlung, nachgewiesen und noch nicht angeordnet eine Verbindlichkeit.',
  },
  {
    id: 'abschluss',
    term: 'Abschluss, Siegel',
    meaning:
      'Nach dem Abschluss eines Monats nimmt das Buch dort keine Buchung mehr an. Sein Siegel ist eine Prüfsumme über alles, was bis dahin im Buch steht; außerhalb aufbewahrt, beweist es, dass später nichts geändert wurde.',
  },
  {
    id: 'haushaltsjahr',
    term: 'Haushaltsjahr, wirksam am',
    meaning:
      'Das Haushaltsjahr ist das Jahr, zu dem das Geld gehört, auch wenn es später fließt. „Wirksam am“ ist der Tag, an dem eine Buchung zählt.',
  },
  {
    id: 'stand',
    term: 'Stand am, wie bekannt am',
    meaning:
      '„Stand am“ ist der Tag, an dem etwas gilt. „Wie bekannt am“ zeigt das Buch so, wie es an diesem Tag aussah, bevor Späteres eingetragen wurde.',
  },
];
