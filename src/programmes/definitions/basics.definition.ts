/** What all kinds of definition share. */

/** Where a figure comes from: "§ 6", "Nr. 2.1 KIM-Richtlinie". */
export type Clause = string;

/** "Beispiel": what is made up about a thing, in one German sentence. Absent: taken from a source. */
export type ExampleNote = string;

/** A place in a definition file, for messages: `contracts/…/kim.yaml:34 (lines[2].fte)`. */
export interface SourcePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly path: string;
}

/** The Kreis itself, where a party or an employer is named. */
export const KREIS = 'kreis';
