import type {
  ChecklistState,
  ContractDefinition,
  ProofForm,
  TwoMonthRule,
  VersionKind,
} from '../../programmes/definitions/definition.js';
import type { BadgeView } from '../components/badge.js';

/** The keys of contracts in German. */

export const versionKindNames: Readonly<Record<VersionKind, string>> = {
  base: 'Grundvertrag',
  amendment: 'Änderungsvertrag',
  'by-notice': 'Anpassung durch Bescheid',
};

export const legalFormNames: Readonly<Record<ContractDefinition['legalForm'], string>> = {
  contract: 'öffentlich-rechtlicher Vertrag',
  notice: 'Bescheid',
};

export const contractFormNames: Readonly<Record<ContractDefinition['form'], string>> = {
  free: 'frei vereinbart',
  model: 'nach dem Mustervertrag des Landes',
};

export const directionNames: Readonly<Record<ContractDefinition['direction'], string>> = {
  forwarding: 'Geld geht an die Partner',
  refund: 'Die Partner erstatten dem Kreis',
};

export const proofFormNames: Readonly<Record<ProofForm, string>> = {
  'usage-report': 'Verwendungsnachweis mit Sachbericht',
  confirmation: 'verbindliche Bestätigung',
  quantities: 'Nachweis der Mengen',
};

export const twoMonthNames: Readonly<Record<TwoMonthRule, string>> = {
  on: 'gilt: Geld ist in zwei Monaten auszugeben',
  off: 'gilt nicht',
  'not-applicable': 'nicht anwendbar',
  undecided: 'nicht entschieden',
};

export const checklistStates: Readonly<Record<ChecklistState, BadgeView>> = {
  explicit: { tone: 'success', text: 'geregelt' },
  'by-reference': { tone: 'info', text: 'durch Verweis' },
  missing: { tone: 'danger', text: 'fehlt' },
  contradictory: { tone: 'warning', text: 'widersprüchlich' },
};

export function yesNo(on: boolean): string {
  return on ? 'ja' : 'nein';
}
