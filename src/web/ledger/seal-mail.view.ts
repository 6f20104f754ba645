import type { SealSent } from '../../ledger/send-seal.use-case.js';
import type { SealMail } from '../../ledger/seal-mails.queries.js';
import type { PageQuery } from '../as-of/as-of.js';
import { countText } from '../book/words.js';
import type { MetaView } from '../components/parts.js';
import { cell } from '../components/table.js';
import { momentText } from '../messages/moment-text.js';

/** What became of the mail with the seal, as the page after a closing tells it. */
export interface SealMailView {
  readonly tone: '' | 'warning';
  readonly texts: readonly string[];
}

const OUTCOMES: Readonly<Record<string, SealMailView>> = {
  gesendet: { tone: '', texts: ['Das Siegel ging per Mail an alle, die es bekommen sollen.'] },
  offen: {
    tone: 'warning',
    texts: [
      'Der Abschluss gilt, aber die Mail mit dem Siegel ist nicht hinausgegangen.',
      'Das Buch versucht es wieder: jede Viertelstunde und beim nächsten Abschluss. Nehmen Sie das Siegel bis dahin als Datei mit.',
    ],
  },
};

/** Goes with the way to the closing; '' where nobody is to get the seal. */
export function mailQuery(sent: SealSent | undefined): string {
  if (sent === undefined) return '';
  return sent.refused === undefined ? '?mail=gesendet' : '?mail=offen';
}

export function sealMailView({ mail }: PageQuery): SealMailView | undefined {
  return typeof mail === 'string' && Object.hasOwn(OUTCOMES, mail) ? OUTCOMES[mail] : undefined;
}

/** Whether and when the seal left by mail; nothing where nobody is to get it. */
export function mailFacts(mail: SealMail | undefined): readonly MetaView[] {
  if (mail === undefined) return [];
  const { at, to, attempts, refused } = mail;
  const label = 'Siegel per Mail';
  const when = momentText(at);
  if (refused === undefined) {
    return [{ label, value: cell(`gesendet ${when}`, { sub: `an ${to.join(', ')}` }) }];
  }
  const tried = countText(attempts, 'Versuch', 'Versuche');
  const badge = { tone: 'warning', text: 'noch nicht hinausgegangen' } as const;
  const sub = `${tried}, zuletzt ${when}; wird wieder versucht`;
  return [{ label, value: cell('', { badge, sub }) }];
}
