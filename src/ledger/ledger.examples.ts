/** Bodies of requests for the API's description. The tests send each to the example book. */
export const ledgerExamples = {
  enter: {
    effectiveOn: '2026-02-27',
    kind: 'adjustment',
    text: 'Bank hat 100,00 € mehr abgebucht als angeordnet; Klärung läuft',
    document: 'Kontoauszug 41/2026',
    postings: [
      { account: 'cash', amount: '-100.00' },
      { account: 'advances', amount: '100.00', allocationLine: 'luenen-kim-2', budgetYear: 2025 },
    ],
  },
  reverse: { effectiveOn: '2026-03-02', text: 'Die Bank hat den Betrag zurückgebucht' },
  close: { reason: 'Jahresabschluss 2021 festgestellt' },
  officeAccount: { officeAccount: '1811000', reason: 'Kontenplan der Kämmerei vom 01.01.2026' },
} as const;
