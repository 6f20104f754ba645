import {
  errorSummary,
  fieldView,
  type ErrorSummaryView,
  type FieldView,
} from '../components/field.js';
import type { RefusalView } from '../forms/refused.js';
import type { LinkView } from '../components/link.js';
import type { FormPanel } from '../editing/form-kind.js';
import { panelView, type PanelView } from '../editing/form-panel.view.js';

/** "Zurücknehmen": what it would do, and the reason; then it is done. */
export interface WithdrawalView {
  readonly errors: ErrorSummaryView | undefined;
  readonly refusal: RefusalView | undefined;
  readonly note: string;
  readonly panels: readonly PanelView[];
  readonly action: string;
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  readonly field: FieldView;
  readonly button: string;
  readonly cancel: LinkView;
}

/** What is taken back, whatever it is. */
export interface WithdrawalFrame {
  readonly note: string;
  readonly panels: readonly FormPanel[];
  readonly action: string;
  readonly button: string;
  /** The page to go back to. */
  readonly cancel: string;
  /** The revision that the person looks at; a later one is not taken back unseen. */
  readonly seen: string;
  readonly key: string;
  /** What was typed. */
  readonly reason: string;
}

/** Why nothing was taken back. */
export interface WithdrawalWrong {
  /** What is wrong with the reason; '' if nothing. */
  readonly error: string;
  readonly refusal: RefusalView | undefined;
}

export function withdrawalView(
  { seen, key, reason, cancel, panels, ...frame }: WithdrawalFrame,
  { error, refusal }: WithdrawalWrong,
): WithdrawalView {
  const field = fieldView({
    kind: 'text',
    name: 'grund',
    label: 'Grund',
    hint: 'Steht im Verlauf. Zum Beispiel: doppelt eingetragen, falsche Stelle gewählt',
    value: reason,
    error,
  });
  return {
    ...frame,
    panels: panels.map(panelView),
    errors: errorSummary([field]),
    refusal,
    hidden: [
      { name: 'stand', value: seen },
      { name: 'schluessel', value: key },
    ],
    field,
    cancel: { href: cancel, label: 'Abbrechen' },
  };
}
