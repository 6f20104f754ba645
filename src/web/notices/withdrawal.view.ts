import {
  errorSummary,
  fieldView,
  type ErrorSummaryView,
  type FieldView,
} from '../components/field.js';
import type { LinkView } from '../components/link.js';
import type { HistoryEntry } from '../../grants/grants.queries.js';
import type { RefusalView } from '../forms/refused.js';
import { beginButton, type BeginButtonView } from '../editing/begin-button.js';
import { momentText } from '../messages/moment-text.js';
import { paths } from '../paths.js';

/** "Bescheid zurücknehmen": asks for the reason before it is done. */
export interface WithdrawalView {
  readonly errors?: ErrorSummaryView;
  /** Why it was not done: somebody has changed the notice meanwhile. */
  readonly refusal?: RefusalView;
  readonly action: string;
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  readonly field: FieldView;
  readonly cancel: LinkView;
}

/** @param seen the revision that the person looks at; a later one is not taken back unseen */
export function withdrawalView(
  id: string,
  { seen, key, reason = '', error = '', refusal }: WithdrawalState,
): WithdrawalView {
  const field = fieldView({
    kind: 'text',
    name: 'grund',
    label: 'Grund',
    hint: 'Warum der Bescheid nicht im Buch stehen soll, zum Beispiel „doppelt eingetragen“.',
    value: reason,
    error,
  });
  const errors = errorSummary([field]);
  return {
    ...(errors && { errors }),
    ...(refusal && { refusal }),
    action: paths.noticeWithdrawal(id),
    hidden: [
      { name: 'stand', value: seen },
      { name: 'schluessel', value: key },
    ],
    field,
    cancel: { href: paths.notice(id), label: refusal ? 'Bescheid ansehen' : 'Abbrechen' },
  };
}

interface WithdrawalState {
  readonly seen: string;
  readonly key: string;
  /** What was typed. */
  readonly reason?: string;
  /** '' or absent: nothing is wrong. */
  readonly error?: string;
  readonly refusal?: RefusalView;
}

/** What others changed after the page was shown, newest first, each with its moment and reason. */
export function changedMeanwhile(
  later: readonly Pick<HistoryEntry, 'recordedAt' | 'reason'>[],
): RefusalView {
  return {
    ...{ status: 412, tone: 'danger', role: 'alert', title: 'Inzwischen geändert' },
    texts: [
      'Es wurde nichts zurückgenommen: Der Bescheid wurde geändert, nachdem Sie diese Seite geöffnet haben.',
      ...later.map(({ recordedAt, reason }) => `Geändert ${momentText(recordedAt)}: ${reason}`),
      'Sehen Sie ihn noch einmal an. Soll er trotzdem zurück, drücken Sie den Knopf noch einmal.',
    ],
  };
}

/** Why a notice cannot be taken back: who rests on it, and what to do instead. */
export interface InUseView {
  readonly user: LinkView;
  readonly amend: BeginButtonView;
}

export function inUseView(id: string, user: LinkView): InUseView {
  const options = { amends: id };
  return { user, amend: beginButton('Änderungsbescheid eintragen', 'bescheid', { options }) };
}
