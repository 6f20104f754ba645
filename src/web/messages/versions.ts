import type { Facts } from '../../domain/errors/domain-error.js';
import { formatGermanDay, isPlainDate } from '../../domain/calendar/plain-date.js';
import type { Sentence } from './sentence.js';
import { checklistNames } from './terms.js';

/** Refusals on the way of a version from draft to effect, and of a contract to its end. */
export const versionsMessages: Readonly<Record<string, Sentence>> = {
  'contracts.version-in-force': {
    title: 'Die Fassung ist in Kraft',
    detail: (facts) =>
      `${versionText(facts)} ist in Kraft. Sie wird nicht bearbeitet; entwerfen Sie eine Änderung.`,
  },
  'contracts.version-sent': {
    title: 'Die Fassung liegt zur Unterschrift',
    detail: (facts) =>
      `${versionText(facts)} ist zur Unterschrift versandt. ` +
      'Holen Sie sie zurück, bevor Sie etwas daran ändern.',
  },
  'contracts.version-not-sent': {
    title: 'Die Fassung ist noch ein Entwurf',
    detail: (facts) =>
      `${versionText(facts)} ist noch ein Entwurf. Versenden Sie sie zuerst zur Unterschrift.`,
  },
  'contracts.version-overtaken': {
    title: 'Der Entwurf ist überholt',
    detail: (facts) =>
      `${versionText(facts)} ist überholt: Fassung ${text(facts, 'later')} ist inzwischen in Kraft. ` +
      'Verwerfen Sie den Entwurf, und entwerfen Sie die Änderung neu.',
  },
  'contracts.draft-open': {
    title: 'Eine Fassung ist schon in Arbeit',
    detail: (facts) =>
      `Zum Vertrag „${text(facts, 'contract')}“ ist die Fassung ${text(facts, 'version')} schon in Arbeit. ` +
      'Führen Sie diese zu Ende, oder verwerfen Sie sie zuerst.',
  },
  'contracts.checklist-open': {
    title: 'Die Prüfliste ist nicht durchgesehen',
    detail: (facts) =>
      `Auf der Prüfliste der Fassung ${text(facts, 'version')} von „${text(facts, 'contract')}“ ` +
      `${Number(facts['count']) === 1 ? 'ist 1 Punkt' : `sind ${text(facts, 'count')} Punkte`} offen: ` +
      `${items(facts)}. Sehen Sie jeden Punkt an; auch „fehlt“ ist eine Antwort.`,
  },
  'contracts.not-a-party': {
    title: 'Keine Partei des Vertrags',
    detail: (facts) =>
      `„${text(facts, 'party')}“ ist keine Partei des Vertrags „${text(facts, 'contract')}“.`,
  },
  'contracts.signed-already': {
    title: 'Schon unterschrieben',
    detail: (facts) =>
      `„${text(facts, 'party')}“ hat die Fassung ${text(facts, 'version')} des Vertrags ` +
      `„${text(facts, 'contract')}“ schon am ${day(facts, 'signedOn')} unterschrieben.`,
  },
  'contracts.cause-missing': {
    title: 'Der Bescheid fehlt',
    detail: (facts) =>
      `Eine Fassung des Vertrags „${text(facts, 'contract')}“, die ohne Unterschrift einem Bescheid folgt, ` +
      'muss diesen Bescheid nennen.',
  },
  'contracts.needs-signatures': {
    title: 'Dieser Vertrag braucht Unterschriften',
    detail: (facts) =>
      `Der Vertrag „${text(facts, 'contract')}“ sagt in der Fassung, die am ${day(facts, 'on')} gilt, nicht, ` +
      'dass seine Werte dem Bescheid ohne Unterschrift folgen. Entwerfen Sie eine Änderung.',
  },
  'contracts.already-terminated': {
    title: 'Schon gekündigt',
    detail: (facts) =>
      `Den Vertrag „${text(facts, 'contract')}“ hat „${text(facts, 'party')}“ schon gekündigt; ` +
      `er endet am ${day(facts, 'endsOn')} für alle Parteien.`,
  },
  'contracts.not-terminated': {
    title: 'Nicht gekündigt',
    detail: (facts) => `Der Vertrag „${text(facts, 'contract')}“ ist nicht gekündigt.`,
  },
  'contracts.nothing-to-terminate': {
    title: 'Es gibt nichts zu kündigen',
    detail: (facts) =>
      `Am ${day(facts, 'on')} und danach ist keine Fassung des Vertrags „${text(facts, 'contract')}“ in Kraft; ` +
      'es gibt nichts zu kündigen.',
  },
};

function text(facts: Facts, name: string): string {
  return String(facts[name]);
}

function day(facts: Facts, name: string): string {
  const on = text(facts, name);
  return isPlainDate(on) ? formatGermanDay(on) : on;
}

function versionText(facts: Facts): string {
  return `Die Fassung ${text(facts, 'version')} des Vertrags „${text(facts, 'contract')}“`;
}

function items(facts: Facts): string {
  const names: Readonly<Record<string, string>> = checklistNames;
  return text(facts, 'items')
    .split(', ')
    .map((key) => names[key] ?? key)
    .join('; ');
}
