/** A link with its text. */
export interface LinkView {
  readonly href: string;
  readonly label: string;
}
