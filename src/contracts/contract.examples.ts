/**
 * Bodies of requests for the API's description. The tests send each to the example book and expect
 * that it is taken.
 */

const address = { street: 'Beispielweg', houseNumber: '1', postcode: '59199', city: 'Bönen' };
const bankAccount = { holder: 'Beispielverein e. V.', iban: 'DE02120300000000202051' };
const partner = {
  ...{ name: 'Beispielverein Bönen e. V.', shortName: 'Beispielverein', sector: 'association' },
  ...{ address, bankAccount },
};

export const partnerExamples = {
  record: { id: 'beispielverein', ...partner },
  correct: { ...partner, note: 'neue Anschrift', reason: 'Umzug der Geschäftsstelle' },
} as const;

const head = {
  programme: 'kim',
  title: 'Weiterleitungsvertrag KIM II mit dem Beispielverein',
  fileReference: '35-KIM-2026-01',
  legalForm: 'contract',
  direction: 'forwarding',
  form: 'free',
  partners: ['beispielverein'],
} as const;

const terms = {
  proration: { convention: 'calendar-month', clause: '§ 3' },
  capLevel: { level: 'per-post', clause: '§ 3' },
  unpaidSpells: { cutCap: false, clause: '§ 3' },
  proofDue: { month: 1, day: 15, kind: 'frist', form: 'usage-report', clause: '§ 6' },
  quarterlyProof: { on: false, weeksAfterQuarter: 4, clause: '§ 6' },
  noticePeriod: { months: 6, to: 'year-end', clause: '§ 10' },
  twoMonthRule: { state: 'undecided', clause: '§ 4' },
  followsNotice: { on: true, clause: '§ 2 Abs. 3' },
} as const;

const line = {
  ...{ id: 'beispielverein-kim-2', partner: 'beispielverein', component: 'kim-2' },
  ...{ title: 'Fallmanagement', region: 'Bönen', fte: '0.5', annualRate: '57000.00' },
  ...{ material: '0.00', ceiling: '28500.00', clause: '§ 2 Abs. 1' },
  funding: [{ source: 'own-funds', year: 2026, note: 'bis der Bescheid für 2026 da ist' }],
} as const;

const text = {
  title: 'Weiterleitungsvertrag',
  inForceFrom: '2026-04-01',
  inForceTo: '2026-12-31',
  summary: '0,5 VzÄ Fallmanagement in Bönen.',
  terms,
  lines: [line],
} as const;

const CHECKED = [
  ...['kind-and-amount', 'purpose', 'financing-and-costs', 'period', 'anbest', 'audit-rights'],
  ...['withdrawal', 'repayment-grounds', 'interest', 'reduction-with-notice', 'proof'],
  ...['retention', 'no-further-forwarding'],
].map((item) => ({ item, state: 'explicit', clause: '§ 4' }));

export const contractExamples = {
  record: {
    id: 'kim-beispielverein',
    ...head,
    versions: [{ number: 1, kind: 'base', ...text, checklist: [] }],
    reason: 'Vertrag mit dem neuen Träger',
  },
  correct: { ...head, fileReference: '35-KIM-2026-02', reason: 'Aktenzeichen berichtigt' },
} as const;

export const versionExamples = {
  edit: { ...text, checklist: CHECKED, reason: 'Prüfliste durchgesehen' },
  send: { sentOn: '2026-02-20', writtenOn: '2026-02-20' },
  recall: { reason: 'Der Betrag in § 2 stimmt nicht' },
  sign: { party: 'kreis', signedOn: '2026-02-27' },
  draft: {
    title: '1. Änderung',
    summary: 'Sachmittel kommen hinzu.',
    inForceFrom: '2026-07-01',
    lines: [{ ...line, material: '1500.00', ceiling: '30000.00' }],
    reason: 'Antrag vom 20.02.2026',
  },
  discard: { reason: 'Der Träger hat den Antrag zurückgezogen' },
} as const;

export const terminationExamples = {
  terminate: {
    party: 'beispielverein',
    receivedOn: '2026-03-02',
    note: 'Schreiben vom 26.02.2026',
  },
  withdraw: { reason: 'Die Parteien setzen den Vertrag fort' },
} as const;

export const documentExamples = {
  file: {
    title: 'Stellenbeschreibung Fallmanagement',
    kind: 'job-description',
    datedOn: '2026-02-01',
    reason: 'Bestandteil nach § 7 Abs. 1',
  },
  handOver: { handedOverOn: '2026-02-20', handedOverTo: ['beispielverein'] },
} as const;
