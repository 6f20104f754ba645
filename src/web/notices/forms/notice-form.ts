import { Injectable } from '@nestjs/common';
import { yearOf } from '../../../domain/calendar/plain-date.js';
import type { DomainError } from '../../../domain/errors/domain-error.js';
import { CorrectNoticeUseCase } from '../../../grants/correct-notice.use-case.js';
import { NoticeTaken } from '../../../grants/grants.errors.js';
import { GrantsQueries } from '../../../grants/grants.queries.js';
import { RecordNoticeUseCase } from '../../../grants/record-notice.use-case.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { FactChange } from '../../../platform/database/fact-change.js';
import type { NoticeDefinition } from '../../../programmes/definitions/definition.js';
import {
  readFact,
  writeFact,
  type FactFinding,
} from '../../../programmes/definitions/fact-reading.js';
import { factFrom } from '../../../programmes/fact-check.js';
import { Programmes } from '../../../programmes/programmes.js';
import {
  option,
  type FilledForm,
  type FormBeginning,
  type FormKind,
  type FormOutcome,
  type FormPanel,
  type FormReview,
  type FormState,
  type FormStep,
  type FormTitle,
  type Texts,
} from '../../editing/form-kind.js';
import { paths } from '../../paths.js';
import { amendingNotice, followingNotice, newNotice } from './notice-beginning.js';
import { withKeys } from './notice-ids.js';
import { sumPanel, usePanel, type UseOfLine } from './notice-panels.js';
import { lineOfStep, noticeSteps } from './notice-steps.js';

/**
 * "Bescheid eintragen": a new one, one that amends (option `amends`, R10), one that follows (option
 * `follows`), or a correction of what was copied wrong.
 */
@Injectable()
export class NoticeForm implements FormKind {
  readonly name = 'bescheid';

  constructor(
    private readonly grants: GrantsQueries,
    private readonly programmes: Programmes,
    private readonly recording: RecordNoticeUseCase,
    private readonly correcting: CorrectNoticeUseCase,
    private readonly clock: Clock,
  ) {}

  async begin(subject: string | null, { amends, follows }: Texts): Promise<FormBeginning> {
    if (subject !== null) return this.correction(subject);
    if (amends !== undefined) {
      const { notice } = await this.grants.notice(amends);
      return { input: amendingNotice(notice, await this.takenIds()) };
    }
    if (follows !== undefined) {
      return { input: followingNotice((await this.grants.notice(follows)).notice) };
    }
    return { input: newNotice(yearOf(this.clock.today())) };
  }

  title(form: FormState): FormTitle {
    const home = form.subject ?? (option(form, 'amends') || option(form, 'follows'));
    return {
      title: titleOf(form),
      about: form.texts['title'] ?? '',
      home:
        home === ''
          ? { href: paths.notices, label: 'Alle Bescheide' }
          : { href: paths.notice(home), label: 'Bescheid' },
      area: paths.notices,
    };
  }

  async steps(form: FormState): Promise<readonly FormStep[]> {
    const asksKey = form.subject === null && (await this.isTaken(form));
    return noticeSteps(form, this.programmes.programmes(), asksKey);
  }

  check({ input }: FilledForm): readonly FactFinding[] {
    return readFact('notice', withKeys(input)).findings;
  }

  async review(form: FilledForm, change: FactChange): Promise<FormReview> {
    const notice = factFrom('notice', withKeys(form.input));
    const useCase = form.subject === null ? this.recording : this.correcting;
    const warnings = await useCase.rehearse(change, notice);
    const uses = await this.usesBefore(notice, form.subject);
    return { warnings, panels: [usePanel(notice, uses, (id) => this.componentName(id))] };
  }

  async submit(form: FilledForm, change: FactChange): Promise<FormOutcome> {
    const notice = factFrom('notice', withKeys(form.input));
    const useCase = form.subject === null ? this.recording : this.correcting;
    await useCase.execute(change, notice);
    return {
      message: `${notice.title} ist ${form.subject === null ? 'eingetragen' : 'berichtigt'}.`,
      links: [
        { href: paths.notice(notice.id), label: 'Zum Bescheid' },
        ...(form.subject === null && notice.amends !== undefined
          ? [{ href: paths.flowDown(notice.id), label: 'An Verträge weitergeben' }]
          : []),
      ],
    };
  }

  fieldOf(error: DomainError): string | undefined {
    return error instanceof NoticeTaken ? 'id' : undefined;
  }

  live({ input }: FilledForm, step: string): Promise<readonly FormPanel[]> {
    const line = lineOfStep(step);
    return Promise.resolve(line === undefined ? [] : [sumPanel(input, line)]);
  }

  private async correction(subject: string): Promise<FormBeginning> {
    const { notice, revision } = await this.grants.notice(subject);
    const [last] = await this.grants.history(subject);
    const input = writeFact(notice);
    if (last === undefined) return { input, revision };
    const { recordedAt: at, recordedBy: by, reason } = last;
    return { input, revision, record: { at, by, reason } };
  }

  /** Whether the key that the first line gives the notice is another's. */
  private async isTaken({ texts }: FormState): Promise<boolean> {
    const carried = texts['=id'];
    const first = { component: texts['lines[0].component'], year: texts['lines[0].year'] };
    const key = carried ?? withKeys({ lines: [first] })['id'];
    return typeof key === 'string' && (await this.takenIds()).has(key);
  }

  private async takenIds(): Promise<ReadonlySet<string>> {
    return new Set((await this.grants.notices()).map(({ id }) => id));
  }

  /** What is used of the lines, whichever notice tells them now. */
  private async usesBefore(
    { amends }: NoticeDefinition,
    subject: string | null,
  ): Promise<ReadonlyMap<string, UseOfLine>> {
    const known = subject ?? amends;
    if (known === undefined) return new Map();
    const { lines } = await this.grants.notice(known);
    return new Map(lines.map((line) => [line.id, line]));
  }

  private componentName(id: string): string {
    const components = this.programmes.programmes().flatMap(({ components: own }) => own);
    return components.find((component) => component.id === id)?.shortName ?? id;
  }
}

function titleOf(form: FormState): string {
  if (form.subject !== null) return 'Bescheid berichtigen';
  if (option(form, 'amends') !== '') return 'Änderungsbescheid eintragen';
  if (option(form, 'follows') !== '') return 'Anschlussbescheid eintragen';
  return 'Bescheid eintragen';
}
