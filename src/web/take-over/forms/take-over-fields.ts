import type { FieldChoice, FormField } from '../../editing/form-field.js';

/** What the whole take-over is. */
export function headFields(programmes: readonly FieldChoice[]): readonly FormField[] {
  return [
    { path: 'programme', kind: 'select', label: 'Förderprogramm', choices: programmes },
    {
      path: 'title',
      kind: 'text',
      label: 'Titel',
      hint: 'So steht die Übernahme in allen Listen, zum Beispiel „KIM, Förderjahr 2025“.',
    },
    {
      path: 'keyDate',
      kind: 'day',
      label: 'Stichtag',
      hint: 'Die Summen gelten am Ende dieses Tages; an ihm wirken auch die Buchungen. Zum Beispiel 31.12.2025.',
    },
  ];
}

/** What a notice line had come to. */
export function noticeLineFields(
  path: string,
  choices: readonly FieldChoice[],
): readonly FormField[] {
  return [
    { path: `${path}.noticeLine`, kind: 'select', label: 'Bescheidzeile', choices },
    amount(path, 'received', 'Vom Land eingegangen', 'Alle Zahlungen des Landes bis zum Stichtag.'),
    sometimes(
      path,
      'ownCost',
      'Kosten eigener Stellen und Maßnahmen',
      'Nur was gegenüber dem Land bestätigt ist.',
    ),
    sometimes(
      path,
      'notCalled',
      'Nicht abgerufen',
      'Bewilligt, aber endgültig nicht gebraucht; das Land zahlt es nicht mehr.',
    ),
    sometimes(
      path,
      'unspent',
      'Nicht verwendet',
      'Vom Land bekommen, nicht verdient, und deshalb zurückzuzahlen.',
    ),
    sometimes(
      path,
      'revoked',
      'Vom Land widerrufen',
      'Schon verdient, und vom Land trotzdem zurückgefordert.',
    ),
    sometimes(
      path,
      'refunded',
      'An das Land zurückgezahlt',
      'Von dem, was nicht verwendet oder widerrufen ist.',
    ),
    treasury(path),
    ...documentFields(path, 'Kassenliste vom 31.12.2025, Bestätigung vom 28.03.2025'),
  ];
}

/** What a contract line's year had come to. */
export function lineFields(path: string, choices: readonly FieldChoice[]): readonly FormField[] {
  return [
    { path: `${path}.line`, kind: 'select', label: 'Vertragszeile', choices },
    { path: `${path}.year`, kind: 'whole', label: 'Haushaltsjahr', hint: 'Zum Beispiel 2025.' },
    amount(
      path,
      'ordered',
      'Angeordnet',
      'Alle Auszahlungen, die bis zum Stichtag angeordnet sind.',
    ),
    amount(path, 'paid', 'Ausgezahlt', 'Davon von der Bank ausgeführt; der Rest ist unterwegs.'),
    sometimes(
      path,
      'accepted',
      'Anerkannt',
      'Was der geprüfte Verwendungsnachweis ergibt. Gibt es noch keinen, bleibt das Feld leer.',
    ),
    sometimes(
      path,
      'claimed',
      'Aus eigenem Recht zurückgefordert',
      'Ausgezahlt, aber nicht nachgewiesen.',
    ),
    sometimes(
      path,
      'regress',
      'Als Regress zurückgefordert',
      'Nachgewiesen, aber vom Land zurückgefordert und weitergegeben.',
    ),
    sometimes(path, 'returned', 'Davon erstattet', 'Was der Partner schon zurückgezahlt hat.'),
    sometimes(path, 'interest', 'Zinsen gefordert'),
    sometimes(path, 'interestReturned', 'Zinsen gezahlt'),
    ...documentFields(path, 'Auszahlungsanordnungen 2024, Nachweis anerkannt am 20.02.2025'),
  ];
}

/** What the treasury says of a year that the Kreis paid itself. */
export function ownFundsFields(path: string): readonly FormField[] {
  return [
    { path: `${path}.year`, kind: 'whole', label: 'Haushaltsjahr', hint: 'Zum Beispiel 2025.' },
    treasury(path),
    documentField(path, 'Kassenliste vom 31.12.2025'),
  ];
}

function treasury(path: string): FormField {
  return {
    path: `${path}.treasuryBalance`,
    kind: 'money',
    label: 'Stand der Kasse',
    hint: 'Was die Kasse am Stichtag dafür hat; mit Minus davor, wenn der Kreis vorgelegt hat. Die Angaben müssen genau diesen Stand ergeben.',
  };
}

function documentFields(path: string, example: string): readonly FormField[] {
  return [
    documentField(path, example),
    { path: `${path}.note`, kind: 'text', label: 'Bemerkung', optional: true },
  ];
}

function documentField(path: string, example: string): FormField {
  return {
    path: `${path}.document`,
    kind: 'text',
    label: 'Beleg',
    hint: `Worauf sich die Zahlen stützen, zum Beispiel „${example}“.`,
  };
}

function amount(path: string, name: string, label: string, hint: string): FormField {
  return { path: `${path}.${name}`, kind: 'money', label, hint };
}

function sometimes(path: string, name: string, label: string, hint?: string): FormField {
  const field: FormField = { path: `${path}.${name}`, kind: 'money', label, optional: true };
  return hint === undefined ? field : { ...field, hint };
}
