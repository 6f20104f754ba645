import {
  errorSummary,
  fieldView,
  type ErrorSummaryView,
  type FieldView,
} from '../components/field.js';
import type { LinkView } from '../components/link.js';
import { beginButton, type BeginButtonView } from '../editing/begin-button.js';
import { paths } from '../paths.js';

/** "Bescheid zurücknehmen": asks for the reason before it is done. */
export interface WithdrawalView {
  readonly errors?: ErrorSummaryView;
  readonly action: string;
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  readonly field: FieldView;
  readonly cancel: LinkView;
}

/** @param seen the revision that the person looks at; a later one is not taken back unseen */
export function withdrawalView(
  id: string,
  { seen, key, error = '' }: WithdrawalState,
): WithdrawalView {
  const field = fieldView({
    kind: 'text',
    name: 'grund',
    label: 'Grund',
    hint: 'Warum der Bescheid nicht im Buch stehen soll, zum Beispiel „doppelt eingetragen“.',
    error,
  });
  const errors = errorSummary([field]);
  return {
    ...(errors && { errors }),
    action: paths.noticeWithdrawal(id),
    hidden: [
      { name: 'stand', value: seen },
      { name: 'schluessel', value: key },
    ],
    field,
    cancel: { href: paths.notice(id), label: 'Abbrechen' },
  };
}

interface WithdrawalState {
  readonly seen: string;
  readonly key: string;
  /** '' or absent: nothing is wrong. */
  readonly error?: string;
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
