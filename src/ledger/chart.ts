/** "Kontenplan": the accounts of the grant office's subsidiary ledger. */

/** What an account holds; `memo` stands off the balance sheet and sums to zero by itself. */
export const ACCOUNT_KINDS = [
  'asset',
  'liability',
  'income',
  'expense',
  'opening',
  'memo',
] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

/** An account as the product ships it; the office's own account number is stated in the book. */
export interface ShippedAccount {
  readonly kind: AccountKind;
  /** The side on which it normally stands. */
  readonly side: 'debit' | 'credit';
  readonly name: string;
  /** What it says, for people who have not learned bookkeeping. */
  readonly about: string;
}

function account(
  kind: AccountKind,
  side: ShippedAccount['side'],
  name: string,
  about: string,
): ShippedAccount {
  return { kind, side, name, about };
}

const asset = (name: string, about: string) => account('asset', 'debit', name, about);
const liability = (name: string, about: string) => account('liability', 'credit', name, about);
const expense = (name: string, about: string) => account('expense', 'debit', name, about);
const income = (name: string, about: string) => account('income', 'credit', name, about);
const opening = (name: string, about: string) => account('opening', 'credit', name, about);

export const CHART = {
  cash: asset('Bank der Kreiskasse', 'Geld, das ein- und ausgegangen ist.'),
  'land-claims': asset('Forderungen an das Land', 'Bewilligt, aber noch nicht eingegangen.'),
  advances: asset(
    'Geleistete Vorauszahlungen',
    'Angeordnet, aber noch nicht durch einen Verwendungsnachweis belegt.',
  ),
  'recovery-claims': asset('Rückforderungen an Partner', 'Was Partner zurückzahlen müssen.'),
  'interest-claims': asset('Zinsforderungen an Partner', 'Zinsen auf Rückforderungen.'),
  'cost-claims': asset(
    'Kostenforderungen an Partner',
    'Mahn- und Nebenkosten einer Rückforderung.',
  ),
  'cost-sharing-claims': asset(
    'Forderungen aus Erstattungsvereinbarungen',
    'Was die Kommunen des Südkreises dem Kreis erstatten.',
  ),
  allowance: account(
    'asset',
    'credit',
    'Wertberichtigung',
    'Befristet niedergeschlagene Forderungen.',
  ),
  earmarked: liability(
    'Zweckgebundene Mittel',
    'Bewilligt, aber noch nicht durch Weiterleitung oder eigene Stellen verdient.',
  ),
  'in-transit': liability('Zahlungen unterwegs', 'Angeordnet, von der Bank noch nicht ausgeführt.'),
  payables: liability(
    'Verbindlichkeiten an Partner',
    'Durch Nachweis belegt, aber noch nicht ausgezahlt.',
  ),
  'refunds-owed': liability('Rückzahlungen an das Land', 'Fällig, aber noch nicht zurückgezahlt.'),
  'interest-owed': liability('Zinsen an das Land', 'Vom Land gefordert, noch nicht gezahlt.'),
  unallocated: liability(
    'Noch nicht zugeordnete Eingänge',
    'Eingegangenes Geld, das noch keiner Forderung zugeordnet ist.',
  ),
  'set-off': liability(
    'Aufrechnungen',
    'Zwischenkonto: Auszahlung und Rückforderung werden beide voll gebucht.',
  ),
  forwarded: expense('Weitergeleitete Mittel', 'Aufwand: was Partnern endgültig zusteht.'),
  'refund-expense': expense(
    'Aufwand aus Rückzahlungen',
    'Was das Land von bereits verdienten Mitteln zurücknimmt.',
  ),
  'interest-expense': expense('Zinsaufwand', 'Zinsen, die das Land vom Kreis fordert.'),
  'write-downs': expense('Niederschlagungen', 'Befristet nicht verfolgte Forderungen.'),
  waivers: expense(
    'Erlasse und Kleinbeträge',
    'Forderungen, auf die der Kreis durch Entscheidung verzichtet.',
  ),
  'grant-income': income(
    'Zuwendungen des Landes',
    'Ertrag: durch Weiterleitung oder eigene Stellen verdiente Mittel.',
  ),
  'returns-income': income(
    'Erträge aus Regress',
    'Vom Land zurückgefordert und an Partner weitergegeben.',
  ),
  'interest-income': income('Zinserträge', 'Zinsen auf Rückforderungen.'),
  'cost-income': income('Kostenerstattungen', 'Mahn- und Nebenkosten.'),
  'cost-sharing-income': income('Erstattungen der Kommunen', 'Aus Erstattungsvereinbarungen.'),
  opening: opening(
    'Übernahme laufender Fälle',
    'Gegenkonto für Bestände aus der Zeit vor diesem Buch.',
  ),
  commitments: account(
    'memo',
    'debit',
    'Vertragliche Bindungen',
    'Zugesagt, aber noch nicht angeordnet; steht außerhalb der Bilanz.',
  ),
  'commitments-contra': account(
    'memo',
    'credit',
    'Gegenkonto der Bindungen',
    'Spiegelt die vertraglichen Bindungen; steht außerhalb der Bilanz.',
  ),
} as const satisfies Readonly<Record<string, ShippedAccount>>;

export type AccountKey = keyof typeof CHART;
export const ACCOUNT_KEYS = Object.keys(CHART) as readonly AccountKey[];

export function isAccountKey(key: string): key is AccountKey {
  return Object.hasOwn(CHART, key);
}

/** Whether the account stands off the balance sheet ("Merkkonto"). */
export function isOffBalance(key: AccountKey): boolean {
  return CHART[key].kind === 'memo';
}
