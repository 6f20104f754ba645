import type { SealSent } from '../../ledger/send-seal.use-case.js';
import type { PageQuery } from '../as-of/as-of.js';

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
      'Nehmen Sie das Siegel als Datei mit, oder lassen Sie es mit „ledger seal --mail ADRESSE“ senden.',
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
