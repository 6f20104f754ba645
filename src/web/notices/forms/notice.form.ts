import { Injectable } from '@nestjs/common';
import { yearOf } from '../../../domain/calendar/plain-date.js';
import type { DomainError } from '../../../domain/errors/domain-error.js';
import { FlowDownQueries } from '../../../amendments/flow-down.queries.js';
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
import { BookQueries } from '../../../positions/book.queries.js';
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
import { amendingNotice, asAmended, followingNotice, newNotice } from './notice-beginning.js';
import { KEY_PATH } from './notice-fields.js';
import { withKeys } from './notice-ids.js';
import { changePanels } from './notice-change-panels.js';
import { sumPanel, usePanel, type UseOfLine } from './notice-panels.js';
import { lineOfStep, noticeSteps } from './notice.steps.js';
import type { WrittenNotice } from './written-notice.js';

/**
 * "Bescheid eintragen": a new one, one that amends (option `amends`, R10), one that follows (option
 * `follows`), or a correction of what was copied wrong.
 */
@Injectable()
export class NoticeForm implements FormKind {
  readonly name = 'bescheid';

  constructor(
    private readonly grants: GrantsQueries,
    private readonly book: BookQueries,
    private readonly flows: FlowDownQueries,
    private readonly programmes: Programmes,
    private readonly recording: RecordNoticeUseCase,
    private readonly correcting: CorrectNoticeUseCase,
    private readonly clock: Clock,
  ) {}

  async begin(subject: string | null, { amends, follows }: Texts): Promise<FormBeginning> {
    if (subject !== null) return this.correction(subject);
    if (amends !== undefined) {
      await this.grants.notice(amends);
      const { notices, noticeLines } = await this.book.facts();
      const amended = asAmended(amends, notices, noticeLines);
      return { input: amendingNotice(amended, await this.takenIds()) };
    }
    if (follows !== undefined) {
      await this.grants.notice(follows);
      const { notices, noticeLines } = await this.book.facts();
      return { input: followingNotice(asAmended(follows, notices, noticeLines)) };
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
    return noticeSteps(form, this.programmes.programmes(), await this.asksKey(form));
  }

  check(form: FilledForm): readonly FactFinding[] {
    const { findings } = readFact('notice', keyed(form));
    // The keys of the lines follow that of the notice: a mistake in it is told once, at its field.
    return findings
      .filter(({ path }) => !LINE_KEY.test(path))
      .map((finding) => (finding.path === 'id' ? { ...finding, path: KEY_PATH } : finding));
  }

  async review(form: FilledForm, change: FactChange): Promise<FormReview> {
    const notice = factFrom('notice', keyed(form));
    const useCase = form.subject === null ? this.recording : this.correcting;
    const warnings = await useCase.rehearse(change, notice);
    return { warnings, panels: await this.panels(notice, form.subject) };
  }

  async submit(form: FilledForm, change: FactChange): Promise<FormOutcome> {
    const notice = factFrom('notice', keyed(form));
    const useCase = form.subject === null ? this.recording : this.correcting;
    await useCase.execute(change, notice);
    const home = { href: paths.notice(notice.id), label: 'Zum Bescheid' };
    const passOn = { href: paths.flowDown(notice.id), label: 'An Verträge weitergeben' };
    const takeOver = { href: paths.followOn(notice.id), label: 'Verträge und Stellen übernehmen' };
    return {
      message: `${notice.title} ist ${form.subject === null ? 'eingetragen' : 'berichtigt'}.`,
      links: [
        home,
        ...(notice.amends === undefined ? [] : [passOn]),
        ...(notice.follows === undefined ? [] : [takeOver]),
      ],
    };
  }

  fieldOf(error: DomainError): string | undefined {
    return error instanceof NoticeTaken ? KEY_PATH : undefined;
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

  /** Whether the key that the notice would get is another's, or somebody was asked for one already. */
  private async asksKey({ subject, texts }: FormState): Promise<boolean> {
    // When a draft begins the texts are those of a fact: its key has just been chosen.
    if (subject !== null || texts['kind'] !== undefined) return false;
    if (texts[KEY_PATH] !== undefined) return true;
    const first = { component: texts['lines[0].component'], year: texts['lines[0].year'] };
    const key = texts['=id'] ?? withKeys({ lines: [first] })['id'];
    return typeof key === 'string' && (await this.takenIds()).has(key);
  }

  /** What the entry means: for an amending notice what flows down from it, else what is used. */
  private async panels(
    notice: NoticeDefinition,
    subject: string | null,
  ): Promise<readonly FormPanel[]> {
    const nameOf = (component: string): string => this.componentName(component);
    if (notice.amends !== undefined) {
      const picture = await this.flows.preview(notice, { on: this.clock.today() });
      return changePanels(picture, nameOf);
    }
    return [usePanel(notice, await this.usesBefore(subject), nameOf)];
  }

  private async takenIds(): Promise<ReadonlySet<string>> {
    const { notices } = await this.book.facts();
    return new Set(notices.map(({ id }) => id));
  }

  /** What is used of the lines of a notice that stands in the book. */
  private async usesBefore(subject: string | null): Promise<ReadonlyMap<string, UseOfLine>> {
    if (subject === null) return new Map();
    const { lines } = await this.grants.notice(subject);
    return new Map(lines.map((line) => [line.id, line]));
  }

  private componentName(id: string): string {
    const components = this.programmes.programmes().flatMap(({ components: own }) => own);
    return components.find((component) => component.id === id)?.shortName ?? id;
  }
}

const LINE_KEY = /^lines\[\d+\]\.id$/;

/** What was typed, with the keys that it gets. */
function keyed(form: FilledForm): WrittenNotice {
  return withKeys(form.input, form.texts[KEY_PATH]?.trim());
}

function titleOf(form: FormState): string {
  if (form.subject !== null) return 'Bescheid berichtigen';
  if (option(form, 'amends') !== '') return 'Änderungsbescheid eintragen';
  if (option(form, 'follows') !== '') return 'Anschlussbescheid eintragen';
  return 'Bescheid eintragen';
}
