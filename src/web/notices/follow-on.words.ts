import type { FollowOnState } from '../../amendments/follow-on.queries.js';
import type { BadgeView } from '../components/badge.js';

/** Whether a contract goes on under a follow-on notice. */
export const followOnBadges: Readonly<Record<FollowOnState, BadgeView>> = {
  open: { tone: 'info', text: 'geht weiter' },
  'taken-over': { tone: 'success', text: 'übernommen' },
  'left-out': { tone: 'warning', text: 'weggelassen' },
  obstructed: { tone: 'danger', text: 'gehindert' },
};
