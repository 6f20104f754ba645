import type { Texts } from './form-kind.js';

/** A button that opens a form: a form of its own, sent by POST; see `partials/begin-button.eta`. */
export interface BeginButtonView {
  readonly label: string;
  readonly kind: string;
  /** '' for something new. */
  readonly subject: string;
  readonly options: readonly { readonly name: string; readonly value: string }[];
  readonly primary: boolean;
  /** Begins even if a draft about the same fact is open. */
  readonly anew: boolean;
}

/**
 * "Berichtigen", "Neuer Partner": opens the form of a kind.
 *
 * @param subject the fact to correct; absent for a new one
 * @param options handed to the kind's `begin`: { contract: "kim-cities" }
 */
export function beginButton(
  label: string,
  kind: string,
  {
    subject = '',
    options = {},
    primary = false,
    anew = false,
  }: {
    readonly subject?: string;
    readonly options?: Texts;
    readonly primary?: boolean;
    readonly anew?: boolean;
  } = {},
): BeginButtonView {
  const pairs = Object.entries(options).map(([name, value]) => ({ name, value }));
  return { label, kind, subject, options: pairs, primary, anew };
}
