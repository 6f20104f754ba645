import { randomUUID } from 'node:crypto';
import type { WhatIf } from '../../amendments/what-if.queries.js';
import { withQuery } from '../as-of/as-of-bar.view.js';
import type { BookPage } from '../book/book-page.js';
import { countText } from '../book/words.js';
import type { RefusalView } from '../forms/refused.js';
import { fieldView, summaryOf, type FieldView } from '../components/field.js';
import type { LinkView } from '../components/link.js';
import type { Pair } from '../lists/list-state.js';
import { paths } from '../paths.js';
import { whatIfEffect, type WhatIfEffectView } from './what-if-effect.view.js';
import { whatIfForm, type Vacancies, type WhatIfFormView } from './what-if-form.view.js';
import { pairsOf, type Question } from './what-if-question.js';

/** "Was wäre, wenn": the question, its answer, and the way to drafts. */
export interface WhatIfView {
  readonly form: WhatIfFormView;
  readonly refusal: RefusalView | undefined;
  readonly effect: WhatIfEffectView | undefined;
  /** Absent where nothing can be drafted; then `why` says so, unless nothing is asked. */
  readonly takeOver: TakeOverView | undefined;
  readonly why: string;
}

export interface TakeOverView {
  readonly action: string;
  readonly key: string;
  readonly hidden: readonly Pair[];
  readonly reason: FieldView;
  readonly button: string;
}

/** What came of the question so far. */
export interface Answered {
  readonly picture?: WhatIf | undefined;
  readonly refusal?: RefusalView | undefined;
  /** What was typed below the answer. */
  readonly reason?: string;
  readonly reasonError?: string;
  readonly key?: string;
}

export function whatIfView(
  page: BookPage,
  question: Question,
  vacancies: Vacancies,
  { picture, refusal, reason = '', reasonError = '', key = '' }: Answered = {},
): WhatIfView {
  const why = picture === undefined ? '' : whyNot(page, picture);
  const field = reasonField(reason, reasonError);
  const form = whatIfForm(page, question, vacancies);
  const errors =
    reasonError === ''
      ? form.errors
      : summaryOf([{ id: 'grund', text: `${field.label}: ${reasonError}` }]);
  return {
    form: { ...form, errors },
    refusal,
    effect: picture && whatIfEffect(page, picture),
    why,
    takeOver:
      picture === undefined || why !== ''
        ? undefined
        : {
            action: paths.whatIf,
            key: key === '' ? randomUUID() : key,
            hidden: pairsOf(question),
            reason: field,
            button: `${countText(picture.contracts.length, 'Änderung', 'Änderungen')} entwerfen`,
          },
  };
}

function reasonField(value: string, error: string): FieldView {
  return fieldView({
    kind: 'text',
    name: 'grund',
    label: 'Grund der Änderung',
    hint: 'Steht im Verlauf der Verträge. Zum Beispiel: Stelle in Bergkamen bleibt unbesetzt',
    value,
    error,
  });
}

function whyNot({ asOf }: BookPage, { fits, contracts }: WhatIf): string {
  if (asOf.knownOn !== undefined)
    return 'Sie sehen einen früheren Stand. Entwerfen lässt sich nur aus dem heutigen.';
  if (!fits)
    return 'Als Änderung entwerfen lässt sich das nicht: Es wäre mehr vergeben als bewilligt (Regel R1).';
  if (contracts.some(({ draftPending }) => draftPending)) {
    return 'Als Änderung entwerfen lässt sich das noch nicht: Ein Vertrag hat einen offenen Entwurf.';
  }
  return '';
}

/** The drafts that came of a question. */
export interface DraftedView {
  readonly message: string;
  readonly drafts: readonly { readonly link: LinkView; readonly sub: string }[];
  readonly again: string;
}

/** @param versions "kim-cities.4", as the address names them; those that do not exist are left out */
export function draftedView({ facts }: BookPage, versions: readonly string[]): DraftedView {
  const drafts = versions.flatMap((name) => {
    const [, id, number] = /^(.+)\.(\d{1,5})$/.exec(name) ?? [];
    const contract = facts.contracts.find((known) => known.id === id);
    const version = contract?.versions.find((known) => known.number === Number(number));
    if (contract === undefined || version === undefined) return [];
    const href = withQuery(paths.contract(contract.id), [
      { name: 'fassung', value: version.number.toString() },
    ]);
    const label = `${contract.title}: ${version.title}`;
    return [{ link: { href, label }, sub: `${contract.fileReference} · ${version.summary}` }];
  });
  return {
    message: `${countText(drafts.length, 'Änderung ist', 'Änderungen sind')} entworfen.`,
    drafts,
    again: paths.whatIf,
  };
}
