import type { ChecklistItem } from '../../programmes/definitions/definition.js';
import type { DeadlineKind } from '../../domain/calendar/deadlines.js';
import type { DayCount } from '../../domain/interest/day-count.js';
import type { InterestBasis } from '../../domain/interest/rates.js';
import type { CapLevel } from '../../domain/proration/cap-level.js';
import type { ProrationConvention } from '../../domain/proration/conventions.js';

/** The German names of the terms that a computation can be asked with: for choices and sheets. */

export const conventionNames: Readonly<Record<ProrationConvention, string>> = {
  'calendar-month': 'Kalendermonate',
  'thirty-360': '30 Tage je Monat',
  'actual-days': 'taggenau',
  'full-month': 'nur volle Monate',
  'started-month': 'angefangene Monate',
};

/** One sentence for each convention, for the choice on a page. */
export const conventionHints: Readonly<Record<ProrationConvention, string>> = {
  'calendar-month': 'Jeder Monat zählt mit besetzten Tagen durch Tage des Monats.',
  'thirty-360': 'Jeder Monat hat 30 Tage, das Jahr 360.',
  'actual-days': 'Besetzte Tage durch 365, im Schaltjahr durch 366.',
  'full-month': 'Ein Monat zählt nur, wenn die Stelle an jedem Tag besetzt war.',
  'started-month': 'Ein Monat zählt ganz, sobald die Stelle an einem Tag besetzt war.',
};

export const deadlineKindNames: Readonly<Record<DeadlineKind, string>> = {
  frist: 'Frist',
  termin: 'Termin',
  'notice-period': 'Kündigungsfrist',
};

export const deadlineKindHints: Readonly<Record<DeadlineKind, string>> = {
  frist: 'Endet sie am Wochenende oder an einem Feiertag, gilt der nächste Werktag.',
  termin: 'Von der Behörde fest bestimmt: Er verschiebt sich nicht.',
  'notice-period': 'Verschiebt sich nie nach hinten: Sicher ist der letzte Werktag davor.',
};

export const interestBasisNames: Readonly<Record<InterestBasis, string>> = {
  'vwvfg-49a-nrw': '§ 49a Abs. 3 VwVfG NRW',
  'hhg-29-5': '§ 29 Abs. 5 HHG NRW',
  'bgb-288-1': '§ 288 Abs. 1 BGB',
  agreed: 'vertraglich vereinbart',
};

export const dayCountNames: Readonly<Record<DayCount, string>> = {
  'act/act': 'taggenau, 365 oder 366 Tage',
  'act/365': 'taggenau, immer 365 Tage',
  'thirty-360': '30 Tage je Monat, 360 Tage im Jahr',
};

export const capLevelNames: Readonly<Record<CapLevel, string>> = {
  'per-post': 'je Stelle',
  'per-line': 'je Zuweisungszeile, alle Stellen zusammen',
};

/** What a forwarding contract must say (VV Nr. 12 zu § 44 LHO), as pages and flags name it. */
export const checklistNames: Readonly<Record<ChecklistItem, string>> = {
  'kind-and-amount': 'Art und Höhe der Zuwendung',
  purpose: 'Zweck',
  'financing-and-costs': 'Finanzierungsart und förderfähige Ausgaben',
  period: 'Zeitraum',
  anbest: 'Nebenbestimmungen (ANBest) als Bestandteil',
  'audit-rights': 'Prüfungsrechte, auch des Rechnungshofs',
  withdrawal: 'Rücktritt aus wichtigem Grund',
  'repayment-grounds': 'Gründe der Rückzahlung anerkannt',
  interest: 'Zinsen auf Rückzahlungen',
  'reduction-with-notice': 'Kürzung, wenn das Land kürzt',
  proof: 'Nachweis: Inhalt und Termin',
  retention: 'Aufbewahrung der Belege',
  'no-further-forwarding': 'Keine Weiterleitung ohne Zustimmung',
};
