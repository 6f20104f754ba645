import type {
  CostKind,
  FundingKind,
  ProofForm,
  TwoMonthRule,
  UnspentRule,
} from '../../programmes/definitions/definition.js';

/** What the rules of a "Baustein" mean for the Kreis, in plain German. */

export const fundingKindTexts: Readonly<Record<FundingKind, string>> = {
  'actual-cost-capped': 'Die tatsächlichen Ausgaben, höchstens der bewilligte Betrag',
  'lump-sum-capped': 'Ein Pauschalbetrag je Stelle, höchstens der bewilligte Betrag',
  'fixed-sums': 'Ein fester Betrag je Maßnahme',
  share: 'Ein Anteil an den Ausgaben',
};

export const proofFormTexts: Readonly<Record<ProofForm, string>> = {
  'usage-report': 'Verwendungsnachweis mit Sachbericht und Zahlen',
  confirmation: 'Verbindliche Bestätigung',
  quantities: 'Nachweis der Mengen',
};

export const twoMonthTexts: Readonly<Record<TwoMonthRule, string>> = {
  on: 'Abgerufenes Geld muss in zwei Monaten ausgegeben sein',
  off: 'Geld muss nicht in zwei Monaten ausgegeben sein',
  'not-applicable': 'Die Zwei-Monats-Regel gilt hier nicht',
  undecided: 'Ob die Zwei-Monats-Regel gilt, ist nicht entschieden',
};

export const unspentTexts: Readonly<Record<UnspentRule, string>> = {
  'reduces-grant': 'Mindert die Zuwendung',
  'repaid-by-31-march': 'Bis 31. März des Folgejahres ohne Aufforderung zurückzahlen',
  'per-measure': 'Wird je Maßnahme abgerechnet',
};

export const costKindNames: Readonly<Record<CostKind, string>> = {
  staff: 'Personal',
  material: 'Sachausgaben',
  measures: 'Maßnahmen',
};
