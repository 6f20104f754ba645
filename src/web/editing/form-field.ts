/**
 * How a field looks, and how what is typed becomes the written form of the definition language:
 * `money` "57.000,00" -> "57000.00", `fte` "0,5" -> "0.5", `decimal` "3,5" -> "3.5", `day` "15.03.2023" ->
 * "2023-03-15", `checkbox` -> "true" or nothing, `several` and `lines` -> a list of texts.
 */
export type FormFieldKind =
  | 'text'
  | 'long-text'
  | 'iban'
  | 'day'
  | 'money'
  | 'fte'
  | 'decimal'
  | 'whole'
  /** A list to unfold; also for many choices. */
  | 'select'
  /** All choices at sight; for two to six. */
  | 'radio'
  /** One box: yes or nothing. */
  | 'checkbox'
  /** Boxes, of which any number may be ticked. */
  | 'several'
  /** One text a line. */
  | 'lines'
  /** Text with suggestions; others may be typed. */
  | 'suggest';

export interface FieldChoice {
  /** As the definition language writes it: "municipality". */
  readonly value: string;
  readonly label: string;
  /** A second, smaller line; `radio` and `several` only. */
  readonly hint?: string;
}

/** A field of a form. Its path is its name on the page and in the draft. */
export interface FormField {
  /**
   * Path of the definition language, as `readFact` tells findings: "address.postcode",
   * "lines[0].fte". A path that begins with "$" is the form's own ("$contract") and no part of the fact.
   */
  readonly path: string;
  readonly kind: FormFieldKind;
  readonly label: string;
  /** What to type, in plain German, with an example. */
  readonly hint?: string;
  /** May stay empty. Inside an optional group all fields are optional. */
  readonly optional?: boolean;
  readonly choices?: readonly FieldChoice[];
  /** Stands behind the field: "€", "VzÄ". Money and VzÄ have theirs. */
  readonly unit?: string;
  /** What stands at the field instead of the finding of the definition language. */
  readonly wrong?: string;
}

/** Fields under a common heading; one entry of a list inside a step may be taken out. */
export interface FieldGroup {
  readonly legend: string;
  readonly hint?: string;
  readonly fields: readonly FormField[];
  /** The list entry that the group is: "signatures[1]". Then it has a button to take it out. */
  readonly entry?: string;
  /** "Unterschrift entfernen" */
  readonly removal?: string;
}

/** A button that adds an entry to a list. */
export interface EntryAddition {
  /** "lines", "lines[0].terms" */
  readonly list: string;
  /** "Weitere Zeile hinzufügen" */
  readonly label: string;
  /** What the new entry begins with, in the definition language: { share: "1.0" }. */
  readonly entry?: Readonly<Record<string, unknown>>;
}

/** One thing = one page. */
export interface FormStep {
  /** In the address: "anschrift", "zeile-2". Never "pruefen", "abgleich", "eintragen", "verwerfen", "fertig". */
  readonly key: string;
  readonly title: string;
  readonly intro?: string;
  readonly fields: readonly FormField[];
  readonly groups?: readonly FieldGroup[];
  readonly additions?: readonly EntryAddition[];
  /** The list entry that the whole step is: "lines[1]"; with `removal` it can be taken out. */
  readonly entry?: string;
  /** "Zeile entfernen" */
  readonly removal?: string;
}
