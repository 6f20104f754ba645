import type { AccountKind } from '../../ledger/chart.js';

export { entryKindNames } from '../../ledger/ledger.types.js';

/** The groups of accounts in their order, each in a sentence for people without bookkeeping. */
export const accountKinds: readonly {
  readonly kind: AccountKind;
  readonly title: string;
  readonly about: string;
}[] = [
  {
    kind: 'asset',
    title: 'Vermögen',
    about: 'Was der Kreis hat oder noch bekommt: Geld und Forderungen.',
  },
  {
    kind: 'liability',
    title: 'Schulden und gebundene Mittel',
    about: 'Was der Kreis noch weitergeben, zahlen oder zurückgeben muss.',
  },
  { kind: 'expense', title: 'Aufwand', about: 'Was endgültig weitergegeben oder aufgegeben ist.' },
  { kind: 'income', title: 'Ertrag', about: 'Was endgültig verdient ist.' },
  {
    kind: 'opening',
    title: 'Übernahme',
    about: 'Gegenkonto für Fälle, die schon liefen, als dieses Buch begann.',
  },
  {
    kind: 'memo',
    title: 'Außerhalb der Bilanz',
    about: 'Zusagen, aus denen noch keine Zahlung geworden ist. Sie gleichen sich unter sich aus.',
  },
];

/** "Soll", "Haben" */
export const sideNames = { debit: 'Soll', credit: 'Haben' } as const;

/** What an actor did to an entry. */
export const deedNames: Readonly<Record<string, string>> = {
  entered: 'Eingegeben',
  certified: 'Festgestellt',
  ordered: 'Angeordnet',
  countersigned: 'Gegengezeichnet',
};
