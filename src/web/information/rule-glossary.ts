import type { GlossaryEntry } from './glossary.js';

/** "Regel R7": what the numbers on hints and calculation sheets stand for. */
export const RULE_GLOSSARY: readonly GlossaryEntry[] = [
  [
    'R1',
    'Verträge und eigene Stellen zusammen sind in Euro und in VzÄ nie mehr als die Bescheidzeile, aus der sie bezahlt werden.',
  ],
  [
    'R2',
    'Eine Weiterleitung nennt die Klausel des Bescheids oder die Zustimmung, die sie erlaubt.',
  ],
  [
    'R4',
    'Eine Fassung wird wirksam mit Schriftform und allen Unterschriften (§ 57 VwVfG NRW). Was sie regeln muss, sagt VV Nr. 12 zu § 44 LHO.',
  ],
  ['R5', 'Eine Stelle unter 0,5 VzÄ ist erlaubt, aber ungewöhnlich.'],
  [
    'R6',
    'Der Anspruch ist der anteilige Höchstbetrag; nach einem anerkannten Nachweis höchstens die nachgewiesenen Ausgaben. Der Vertrag sagt, ob der Höchstbetrag je Stelle oder je Zeile gilt.',
  ],
  [
    'R6a',
    'Maßnahmen nach KOMM-AN NRW, Programmteil II: Menge mal Festbetrag. Der Nachweis zählt Mengen, Belege sind nicht nötig.',
  ],
  [
    'R7',
    'Ein Jahresbetrag wird nach der vereinbarten Anteilsrechnung auf die besetzte Zeit der Stelle umgerechnet. Ein Wechsel der Person kostet nichts. Gerundet wird je Kalenderjahr einmal, am Ende.',
  ],
  [
    'R9',
    'Eine Stelle zählt an jedem Tag höchstens mit ihrem geplanten Anteil. Lücken sind unbesetzte Zeit.',
  ],
  [
    'R11',
    'Niemand wird doppelt gefördert: Die Anteile einer Person ergeben an keinem Tag mehr als 1,0 (§ 9 Abs. 4 TIntG).',
  ],
  [
    'R12',
    'Eine Frist endet nie am Wochenende oder Feiertag, ein Termin bleibt, eine Kündigungsfrist verschiebt sich nie nach hinten.',
  ],
  ['R18', 'Wo die Zwei-Monats-Regel gilt, ist ausgezahltes Geld binnen zwei Monaten zu verwenden.'],
  [
    'R20',
    'Zinsen wechseln mit Basiszinssatz, Aufschlag und Jahr den Abschnitt. Gerundet wird einmal; keine Zinseszinsen.',
  ],
  [
    'R26',
    'Eine Zahlung gilt erst den Kosten, dann den Zinsen, dann der Hauptforderung (§ 367 BGB).',
  ],
].map(([rule = '', meaning = '']) => ({
  id: `regel-${rule.toLowerCase()}`,
  term: `Regel ${rule}`,
  meaning,
}));
