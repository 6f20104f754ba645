import type { Sentence } from './sentence.js';

const KINDS: Readonly<Record<string, string>> = {
  partner: 'keinen Partner',
  contract: 'keinen Vertrag',
  line: 'keine Zuweisungszeile',
  position: 'keine Stelle',
};

export const positionsMessages: Readonly<Record<string, Sentence>> = {
  'positions.unknown-position': {
    title: 'Diese Stelle gibt es nicht',
    detail: ({ position }) => `Im Buch steht keine Stelle „${String(position)}“.`,
  },
  'positions.without-funding': {
    title: 'Unklar, wer die Stelle bezahlt',
    detail: ({ position }) =>
      `Die Stelle „${String(position)}“ braucht entweder eine Zuweisungszeile oder, ` +
      'als Stelle des Kreises, ihre Bescheidzeilen; nicht beides.',
  },
  'positions.occupancy-taken': {
    title: 'Diese Besetzung gibt es schon',
    detail: ({ occupancy, other }) =>
      `Die Kennung „${String(occupancy)}“ trägt schon eine ` +
      `${other === '' ? 'andere Besetzung' : `Besetzung der Stelle „${String(other)}“`}. ` +
      'Wählen Sie eine andere Kennung.',
  },
  'positions.told-by-employer': {
    title: 'Das meldet der Arbeitgeber der Stelle',
    detail: ({ label }) =>
      `Wer die Stelle ${String(label)} besetzt, trägt ihr Arbeitgeber selbst ein, mit seinem ` +
      'eigenen Zugang, oder die Sachbearbeitung. Es wurde nichts gespeichert.',
  },
  'positions.unknown-occupancy': {
    title: 'Diese Besetzung gibt es nicht',
    detail: ({ occupancy }) => `Im Buch steht keine Besetzung „${String(occupancy)}“.`,
  },
  'positions.position-taken': {
    title: 'Diese Stelle gibt es schon',
    detail: ({ position, label }) =>
      `Die Kennung „${String(position)}“ gehört schon der Stelle ${String(label)}. Wählen Sie eine andere.`,
  },
  'positions.occupied': {
    title: 'Die Stelle ist besetzt',
    detail: ({ label, count }) =>
      `Die Stelle ${String(label)} hat ${count === 1 ? 'eine Besetzung' : `${String(count)} Besetzungen`} ` +
      'und lässt sich nicht zurücknehmen. Beenden Sie die Stelle, oder nehmen Sie zuerst zurück, ' +
      'was irrtümlich eingetragen wurde.',
  },
  'positions.nothing-to-compute': {
    title: 'Dazu gibt es keinen Anspruch',
    detail: ({ kind, id }) =>
      `Das Buch kennt ${KINDS[String(kind)] ?? 'keine Angabe'} „${String(id)}“.`,
  },
};
