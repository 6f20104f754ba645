import type { FlowState, LineMark } from '../../amendments/flow-down.queries.js';
import type { BadgeView } from '../components/badge.js';

/** How far a contract has followed a changed notice. */
export const flowStateBadges: Readonly<Record<FlowState, BadgeView>> = {
  open: { tone: 'warning', text: 'offen' },
  drafted: { tone: 'info', text: 'entworfen' },
  sent: { tone: 'info', text: 'verschickt' },
  effective: { tone: 'success', text: 'wirksam' },
  marked: { tone: 'warning', text: 'zu entscheiden' },
  obstructed: { tone: 'danger', text: 'gehindert' },
};

/** Why somebody has to look at a line. */
export const lineMarkTexts: Readonly<Record<LineMark, string>> = {
  'fte-cut':
    'Der Bescheid bewilligt weniger Stellen. Wie viel davon dieser Vertrag trägt, entscheiden Sie.',
  'amount-cut':
    'Der Bescheid bewilligt weniger Geld. Wie viel davon dieser Vertrag trägt, entscheiden Sie.',
  'other-rate': 'Der Vertrag nennt einen anderen Betrag je Stelle als der bisherige Bescheid.',
  'other-material': 'Der Vertrag nennt andere Sachausgaben als der bisherige Bescheid.',
};

/** What has to be done first. */
export const obstacleTexts = {
  'later-version': 'Eine spätere Fassung ist schon vereinbart. Sie würde verloren gehen.',
  'draft-open':
    'Ein Entwurf dieses Vertrags wartet noch. Schließen Sie ihn zuerst ab, oder verwerfen Sie ihn.',
} as const;
