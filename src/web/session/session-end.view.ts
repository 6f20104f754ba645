import { timeLeft } from '../../identity/sessions/session-limits.rules.js';
import { personIdOf, type Acting } from '../../identity/identity.js';
import { timeText } from '../messages/moment-text.js';

/** When the session ends: in words for people, in milliseconds for the script that warns them. */
export interface SessionEndView {
  readonly text: string;
  readonly person: string;
  readonly idleMs: number;
  readonly latestMs: number;
}

/** Undefined where there is no session: nobody has signed in. */
export function sessionEndView(who: Acting): SessionEndView | undefined {
  const { limits } = who;
  if (limits === undefined) return undefined;
  const { idleMs, latestMs } = timeLeft(limits);
  const text =
    idleMs < latestMs
      ? `Ihre Sitzung endet um ${timeText(limits.idleAt)}, wenn Sie bis dahin nichts tun; ` +
        `spätestens um ${timeText(limits.latestAt)}.`
      : `Ihre Sitzung endet um ${timeText(limits.latestAt)}.`;
  return { text, person: personIdOf(who.ref), idleMs, latestMs };
}
