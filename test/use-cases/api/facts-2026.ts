import { CHECKED } from '../contracts/amending.js';

/** What a program records for 2026, as the API takes it: figures with a point, days as ISO text. */

const YEAR = { from: '2026-01-01', to: '2026-12-31' };

/** KIM II 2026 with so many VzÄ at 57,000 €. */
export function notice2026(id: string, vzae: string, given: object = {}): object {
  const amount = (Number(vzae) * 57_000).toString();
  const term = { text: 'Fallmanagement', costKind: 'staff', quantity: vzae, unit: '57000.00' };
  const line = {
    ...{ id: `${id}-line`, component: 'kim-2', year: 2026, period: YEAR, fte: vzae, amount },
    ...{ terms: [{ ...term, amount }], clause: 'Nr. 1' },
  };
  return {
    ...{ id, programme: 'kim', title: `KIM II 2026 (${id})`, period: YEAR, lines: [line] },
    ...{ grantor: 'Bezirksregierung Arnsberg', firstRecipient: 'Kreis Unna' },
    ...{ reference: '36.30.06-001/2026-001', issuedOn: '2026-01-12' },
    ...given,
  };
}

/** A post of the Kreis's own, paid from the line of such a notice. */
export function ownPost(id: string, notice: string, share: string, given: object = {}): object {
  const funding = [{ noticeLine: `${notice}-line`, year: 2026 }];
  return {
    ...{ id, label: id.toUpperCase(), title: 'Fallmanagement', component: 'kim-2' },
    ...{ plannedFte: share, from: '2026-01-01', employer: 'kreis', placeOfWork: 'Unna' },
    own: { rateKind: 'staff', withMaterial: false, funding },
    ...given,
  };
}

const TERMS = {
  proration: { convention: 'calendar-month', clause: '§ 6' },
  capLevel: { level: 'per-post', clause: '§ 6' },
  unpaidSpells: { cutCap: false, clause: '§ 8' },
  proofDue: { month: 1, day: 15, kind: 'frist', form: 'usage-report', clause: '§ 8' },
  quarterlyProof: { on: false, weeksAfterQuarter: 4, clause: '§ 15 Abs. 2' },
  noticePeriod: { months: 6, to: 'year-end', clause: '§ 15 Abs. 2' },
  twoMonthRule: { state: 'undecided', clause: '§ 2 Abs. 3' },
  followsNotice: { on: true, clause: '§ 7 Abs. 3' },
};

/** A line of the AWO: from the line of such a notice, or the Kreis's own funds. */
export function awoLine(id: string, share: string, notice?: string): object {
  const source =
    notice === undefined
      ? { source: 'own-funds', note: 'Beschluss des Kreistags' }
      : { source: 'notice-line', noticeLine: `${notice}-line` };
  return {
    ...{ id, partner: 'awo', component: 'kim-2', title: 'Fallmanagement', region: 'Kreis Unna' },
    ...{ fte: share, annualRate: '57000.00', material: '0.00', clause: '§ 2' },
    ceiling: (Number(share) * 57_000).toString(),
    funding: [{ ...source, year: 2026 }],
  };
}

/** The text of a version for 2026, with all items of the checklist looked at. */
export function version2026(lines: readonly object[], given: object = {}): object {
  return {
    ...{ title: 'Weiterleitungsvertrag', summary: 'KIM II 2026', terms: TERMS, lines },
    ...{ inForceFrom: '2026-01-01', inForceTo: '2026-12-31', checklist: CHECKED },
    ...given,
  };
}

/** A contract with the AWO, signed by both. */
export function signedContract(id: string, lines: readonly object[]): object {
  const signatures = ['kreis', 'awo'].map((party) => ({ party, signedOn: '2026-01-20' }));
  const signed = { number: 1, kind: 'base', writtenOn: '2026-01-15', signatures };
  return {
    ...{ id, programme: 'kim', title: `KIM II 2026 mit der AWO (${id})`, partners: ['awo'] },
    ...{ fileReference: `50-${id}`, legalForm: 'contract', direction: 'forwarding', form: 'free' },
    versions: [version2026(lines, signed)],
  };
}
