import { Injectable } from '@nestjs/common';
import { DomainError, type Facts } from '../../domain/errors/domain-error.js';
import { statedBy } from '../../identity/identity.js';
import { StaleRevision } from '../../platform/database/database.errors.js';
import type { FactChange } from '../../platform/database/fact-change.js';
import type { FactFinding } from '../../programmes/definitions/fact-reading.js';
import { BookQueries } from '../../positions/book.queries.js';
import { FactRefused } from '../../programmes/programmes.errors.js';
import { withHolderName } from '../book/holder-names.js';
import { sentenceFor } from '../messages/messages.js';
import { placed, type PlacedFinding } from './form-findings.js';
import type { FormOutcome, FormReview } from './form-kind.js';
import { FormFlow } from './form-flow.js';
import type { OpenForm } from './open-form.js';
import { REASON, REASON_FIELD, reasonMistake } from './reason.js';

/** What the book says to a form as a whole. */
export interface Judgement {
  readonly findings: readonly PlacedFinding[];
  /** Only if nothing is wrong. */
  readonly review?: FormReview;
  readonly outcome?: FormOutcome;
  /** The fact has changed since the draft began: a person has to compare first. */
  readonly stale: boolean;
}

/** Asks the use cases behind a form, and turns what they refuse into findings at its fields. */
@Injectable()
export class FormJudgement {
  constructor(
    private readonly flow: FormFlow,
    private readonly book: BookQueries,
  ) {}

  /** What the entry would do. */
  async review(form: OpenForm): Promise<Judgement> {
    if (hasMistakes(form.findings)) return { findings: form.findings, stale: false };
    return this.judged(form, async () => {
      const review = await form.kind.review(form.filled, changeOf(form));
      return { review, stale: false, findings: placed(review.warnings, form.steps) };
    });
  }

  /** Enters it, if nothing is wrong. */
  async submit(form: OpenForm): Promise<Judgement> {
    const mistake = reasonMistake(form.draft.texts[REASON] ?? '');
    if (mistake !== '') {
      const missing = { message: mistake, severity: 'error', field: REASON_FIELD } as const;
      return { findings: [{ ...missing, step: undefined }, ...form.findings], stale: false };
    }
    if (hasMistakes(form.findings)) return { findings: form.findings, stale: false };
    return this.judged(form, async () => {
      const outcome = await form.kind.submit(form.filled, changeOf(form));
      return { outcome, findings: [], stale: false };
    });
  }

  private async judged(form: OpenForm, ask: () => Promise<Judgement>): Promise<Judgement> {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error instanceof StaleRevision && (await this.hasChanged(form))) {
        return { findings: [], stale: true };
      }
      const facts = withHolderName(error.facts, await this.book.facts());
      return { findings: placed(findingsOf(error, facts, form), form.steps), stale: false };
    }
  }

  private async hasChanged(form: OpenForm): Promise<boolean> {
    const { beginning } = await this.flow.presentOf(form);
    return (beginning.revision ?? null) !== form.draft.baseRevision;
  }
}

export function hasMistakes(findings: readonly PlacedFinding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}

function changeOf({ draft }: OpenForm): FactChange {
  const reason = draft.texts[REASON]?.trim() ?? '';
  const seen = draft.baseRevision ?? undefined;
  return statedBy({ key: draft.id, seen }, reason === '' ? 'Entwurf' : reason);
}

function findingsOf(
  error: DomainError,
  facts: Facts,
  { kind, filled }: OpenForm,
): readonly FactFinding[] {
  if (error instanceof FactRefused) return error.findings;
  const pointer = facts['pointer'];
  const path =
    kind.fieldOf?.(error, filled) ?? (typeof pointer === 'string' ? pathOf(pointer) : '');
  return [{ path, message: sentenceFor(error.code, facts).detail, severity: 'error' }];
}

/** "/lines/0/fte" -> "lines[0].fte". */
function pathOf(pointer: string): string {
  return pointer
    .slice(1)
    .replaceAll(/\/(\d+)(?=\/|$)/g, '[$1]')
    .replaceAll('/', '.');
}
