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
    title: 'Die Besetzung gehört zu einer anderen Stelle',
    detail: ({ occupancy, position, other }) =>
      `Die Besetzung „${String(occupancy)}“ der Stelle „${String(position)}“ gibt es schon ` +
      `bei der Stelle „${String(other)}“. Wählen Sie eine andere Kennung.`,
  },
  'positions.nothing-to-compute': {
    title: 'Dazu gibt es keinen Anspruch',
    detail: ({ kind, id }) =>
      `Das Buch kennt ${KINDS[String(kind)] ?? 'keine Angabe'} „${String(id)}“.`,
  },
};
