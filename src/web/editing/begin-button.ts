import type { Texts } from './form-kind.js';

/** A button that opens a form: a form of its own, sent by POST; see `partials/begin-button.eta`. */
export interface BeginButtonView {
  readonly label: string;
  /** What of several the button is for, for those who do not see it; '' where it is the page. */
  readonly about: string;
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
    about = '',
  }: {
    readonly subject?: string;
    readonly options?: Texts;
    readonly primary?: boolean;
    readonly anew?: boolean;
    readonly about?: string;
  } = {},
): BeginButtonView {
  const pairs = Object.entries(options).map(([name, value]) => ({ name, value }));
  return { label, about, kind, subject, options: pairs, primary, anew };
}
