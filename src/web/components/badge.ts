/** The tones that a state may have; the icon says the same as the colour. */
export type Tone = 'success' | 'info' | 'warning' | 'danger';

/** A state in one or two words; `plain` has no judgement. */
export interface BadgeView {
  readonly tone: Tone | 'plain';
  readonly text: string;
}
