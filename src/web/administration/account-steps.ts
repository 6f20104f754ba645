import type { Account } from '../../identity/people/account.queries.js';
import type { Invitation } from '../../identity/people/invite-person.use-case.js';
import type { FactChange } from '../../platform/database/fact-change.js';
import type { PageQuery } from '../as-of/as-of.js';
import type { FieldView } from '../components/field.js';
import { readForm, type FieldDefinition, type FormValues } from '../forms/form.js';
import { postedChange } from '../forms/posted.js';
import { reasonField } from '../ledger/step-form.view.js';

/** What a step leaves: nothing to tell, a link, something that waits, or a sentence. */
export type StepResult =
  | Invitation
  | { readonly goTo: string }
  | { readonly title: string; readonly told: string }
  | undefined;

/** A change of an account that is asked for on a page of its own. */
export interface AccountStep {
  readonly title: string;
  /** What it means, before somebody does it. */
  readonly intro: (account: Account) => readonly string[];
  readonly button: string;
  /** One line on the page of the account. */
  readonly about: string;
  readonly isOpen: (account: Account) => boolean;
  /** Fields as they stand, or as they were sent; what to do if all could be read. */
  readonly read: (account: Account, given: PageQuery | undefined) => ReadStep;
}

export interface ReadStep {
  readonly fields: readonly FieldView[];
  readonly run: (() => Promise<StepResult>) | undefined;
}

type Definitions = Readonly<Record<string, FieldDefinition<unknown>>>;

/** What most changes of an account come with. */
export const SIGNED_OUT = 'Wer mit dem Konto angemeldet ist, wird sofort abgemeldet.';

export const isOpen = ({ isClosed }: Account): boolean => !isClosed;

export const REASON = reasonField('Grund', 'Steht im Verlauf des Kontos');

/** A step with its own fields; each asks for a reason. */
export function accountStep<D extends Definitions>({
  fields: definitionsOf,
  filled = () => ({}),
  run,
  ...words
}: Omit<AccountStep, 'read'> & {
  readonly fields: (account: Account) => D;
  /** What the fields hold before anybody typed. */
  readonly filled?: (account: Account) => Readonly<Record<string, readonly string[]>>;
  readonly run: (
    account: Account,
    change: FactChange,
    values: FormValues<D>,
  ) => Promise<void> | Promise<StepResult>;
}): AccountStep {
  const read = (account: Account, given: PageQuery | undefined): ReadStep => {
    const definitions = { ...definitionsOf(account), reason: REASON };
    if (given === undefined) {
      const { fields } = readForm(definitions, {});
      return { fields: prefilled(fields, filled(account)), run: undefined };
    }
    const { fields, values } = readForm(definitions, { grund: '', ...given });
    if (values === undefined) return { fields: typed(fields), run: undefined };
    const change = postedChange(given, values.reason);
    const own = values as unknown as FormValues<D>;
    return {
      fields: typed(fields),
      run: async () => (await run(account, change, own)) ?? undefined,
    };
  };
  return { ...words, read };
}

/** Nothing here is a sum: the keyboard of a phone shows letters. */
function typed(fields: readonly FieldView[]): readonly FieldView[] {
  return fields.map((field) => ({ ...field, inputMode: '' }));
}

function prefilled(
  fields: readonly FieldView[],
  filled: Readonly<Record<string, readonly string[]>>,
): readonly FieldView[] {
  return typed(fields).map((field) => {
    const values = filled[field.name];
    if (values === undefined) return field;
    const options = field.options.map((option) => ({
      ...option,
      selected: values.includes(option.value),
    }));
    return { ...field, value: values[0] ?? '', options };
  });
}
