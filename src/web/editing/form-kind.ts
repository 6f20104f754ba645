import type { Instant } from '../../domain/calendar/instant.js';
import type { DomainError } from '../../domain/errors/domain-error.js';
import type { FactChange } from '../../platform/database/fact-change.js';
import type { FactFinding } from '../../programmes/definitions/fact-reading.js';
import type { LinkView } from '../components/link.js';
import type { FlagView, LegendEntryView, MetaView, NoteView } from '../components/parts.js';
import type { TableView } from '../components/table.js';
import type { FormStep } from './form-field.js';

export type { EntryAddition, FieldChoice, FieldGroup, FormField, FormStep } from './form-field.js';

/** What was typed, exactly as typed, by path: "address.postcode" -> "44532". */
export type Texts = Readonly<Record<string, string>>;

/** A form while somebody fills it in. */
export interface FormState {
  /** The fact that is corrected; null for a new one. */
  readonly subject: string | null;
  /** German, as typed. Options of the form stand under "$…": see {@link option}. */
  readonly texts: Texts;
}

/** A form with what was typed read into the definition language, as far as it can be read. */
export interface FilledForm extends FormState {
  /** For `readFact`, `factFrom`: without empty optional fields, without what begins with "$". */
  readonly input: Readonly<Record<string, unknown>>;
}

/** What a form starts from. */
export interface FormBeginning {
  /**
   * The fact in the definition language (`writeFact`), or what a new one starts with. What no field
   * shows is carried along unchanged. Keys with "$" are the form's own.
   */
  readonly input: Readonly<Record<string, unknown>>;
  /** The revision of the whole fact; absent for a new one. */
  readonly revision?: number;
  /** Who stated that revision, when and why: shown beside one's own text on a conflict. */
  readonly record?: FormRecord;
  /** What the reason is prefilled with; without it: "Neu eingetragen" for a new fact, else empty. */
  readonly reason?: string;
}

export interface FormRecord {
  readonly at: Instant;
  readonly by: string;
  readonly reason: string;
}

/** A part of a page that shows what an entry would do, with its parts in this order. */
export interface FormPanel {
  readonly title: string;
  readonly notes?: readonly NoteView[];
  readonly flags?: readonly FlagView[];
  readonly facts?: readonly MetaView[];
  /** SVG, from `src/web/charts`. */
  readonly chart?: {
    readonly label: string;
    readonly svg: string;
    readonly legend?: readonly LegendEntryView[];
  };
  readonly tables?: readonly TableView[];
  /** Tables to unfold: how a figure comes about. */
  readonly details?: readonly { readonly title: string; readonly table: TableView }[];
}

/** What the use case says before anything is written. */
export interface FormReview {
  readonly warnings: readonly FactFinding[];
  readonly panels: readonly FormPanel[];
}

/** What stands on the page after an entry, and where one goes on from there. */
export interface FormOutcome {
  /** "Stadt Lünen ist berichtigt." */
  readonly message: string;
  /** The first one leads to what was entered. */
  readonly links: readonly LinkView[];
}

/** How a form presents itself. */
export interface FormTitle {
  /** "Partner berichtigen" */
  readonly title: string;
  /** What it is about: "Stadt Lünen"; '' for something new that has no name yet. */
  readonly about: string;
  /** Where the form was opened from. */
  readonly home: LinkView;
  /** The entry of the side navigation: `paths.partners`. */
  readonly area: string;
}

/**
 * A form of the product: a provider, listed in `src/web/editing/all-forms.ts`. Drafts, pages, autosave,
 * conflicts and the review are the engine's; see docs/forms.md.
 */
export interface FormKind {
  /** In the database and in links: "partner". At most 32 letters and hyphens. */
  readonly name: string;

  /** For forms of many pages: the review tells the effect first and folds away what was typed. */
  readonly foldsReview?: boolean;

  /**
   * The present state of what is to be filled in. Called when a draft begins, and again when the fact
   * has changed under it.
   * @param options what the button said, without "$": { contract: "kim-cities" }
   * @throws DomainError if there is no such fact: the person gets its page
   */
  begin(subject: string | null, options: Texts): Promise<FormBeginning>;

  title(form: FormState): FormTitle | Promise<FormTitle>;

  /**
   * The steps, in order. They may depend on the texts (one step per line, fields per choice), never on
   * whether a text can be read. {@link entriesOf} counts the entries of a list.
   */
  steps(form: FormState): readonly FormStep[] | Promise<readonly FormStep[]>;

  /**
   * Mistakes that show without the book: `readFact(kind, form.input).findings`, and whatever else is
   * quick. Asked after each step. Empty fields and unreadable texts are told by the engine.
   */
  check(form: FilledForm): readonly FactFinding[] | Promise<readonly FactFinding[]>;

  /**
   * What the entry would do, by the use case's `rehearse`. Asked only when `check` finds no mistake.
   * Refusals are thrown: a FactRefused goes to its fields, a StaleRevision opens the comparison, any
   * other DomainError stands on top of the page with its sentence.
   */
  review(form: FilledForm, change: FactChange): Promise<FormReview>;

  /**
   * Enters it, by the use case. `change.key` is the draft's id: the same draft twice enters once.
   * @throws DomainError as `review`
   */
  submit(form: FilledForm, change: FactChange): Promise<FormOutcome>;

  /** The path of the field that a refusal is about: `id` for a key that is taken. */
  fieldOf?(error: DomainError, form: FilledForm): string | undefined;

  /** What is shown beside the fields of a step while somebody types: gaps, sums. Nothing is saved. */
  live?(form: FilledForm, step: string): Promise<readonly FormPanel[]>;
}

/** Marks the path of a text that no field shows: it is carried along as the book has it. */
export const CARRIED = '=';

/** An option of the form: what stands under "$name"; '' if nothing. */
export function option({ texts }: Pick<FormState, 'texts'>, name: string): string {
  return texts[`$${name}`] ?? '';
}

/** The paths of the entries of a list: "lines" -> ["lines[0]", "lines[1]"]. */
export function entriesOf({ texts }: Pick<FormState, 'texts'>, list: string): readonly string[] {
  const start = `${list}[`;
  const indexes = Object.keys(texts)
    .map((path) => path.replace(CARRIED, ''))
    .filter((path) => path.startsWith(start))
    .map((path) => Number.parseInt(path.slice(start.length), 10));
  return Array.from({ length: Math.max(-1, ...indexes) + 1 }, (_, index) => `${list}[${index}]`);
}
