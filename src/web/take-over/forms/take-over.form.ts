import { Injectable } from '@nestjs/common';
import type { DomainError } from '../../../domain/errors/domain-error.js';
import type { FactChange } from '../../../platform/database/fact-change.js';
import { BookQueries } from '../../../positions/book.queries.js';
import {
  readFact,
  writeFact,
  type FactFinding,
} from '../../../programmes/definitions/fact-reading.js';
import { factFrom } from '../../../programmes/fact-check.js';
import { Programmes } from '../../../programmes/programmes.js';
import { CorrectTakeOverUseCase } from '../../../take-over/correct-take-over.use-case.js';
import { RecordTakeOverUseCase } from '../../../take-over/record-take-over.use-case.js';
import { TakeOverTaken } from '../../../take-over/take-over.errors.js';
import { TakeOverQueries } from '../../../take-over/take-over.queries.js';
import type {
  FilledForm,
  FormBeginning,
  FormKind,
  FormOutcome,
  FormPanel,
  FormReview,
  FormState,
  FormStep,
  FormTitle,
  Texts,
} from '../../editing/form-kind.js';
import { speakingKey } from '../../editing/speaking-key.js';
import { paths } from '../../paths.js';
import { TAKE_OVER_FORM } from '../take-over.words.js';
import { emptyTakeOver, takeOverOfNotice } from './take-over-beginning.js';
import { takeOverChoices, type TakeOverChoices } from './take-over-choices.js';
import { treasuryPanel } from './treasury-panel.js';
import { takeOverSteps } from './take-over.steps.js';

/** "Fälle übernehmen", of a notice (option `notice`) or from the beginning; or a correction. */
@Injectable()
export class TakeOverForm implements FormKind {
  readonly name = TAKE_OVER_FORM;
  readonly foldsReview = true;

  constructor(
    private readonly takeOvers: TakeOverQueries,
    private readonly book: BookQueries,
    private readonly programmes: Programmes,
    private readonly recording: RecordTakeOverUseCase,
    private readonly correcting: CorrectTakeOverUseCase,
  ) {}

  async begin(subject: string | null, { notice }: Texts): Promise<FormBeginning> {
    if (subject === null) {
      return { input: notice === undefined ? emptyTakeOver() : await this.ofNotice(notice) };
    }
    const { takeOver, revision } = await this.takeOvers.takeOver(subject);
    const [latest] = await this.takeOvers.history(subject);
    const record = latest && {
      at: latest.recordedAt,
      by: latest.recordedBy,
      reason: latest.reason,
    };
    return { input: writeFact(takeOver), revision, ...(record && { record }) };
  }

  title({ subject, texts }: FormState): FormTitle {
    return {
      title: subject === null ? 'Fälle übernehmen' : 'Übernahme berichtigen',
      about: texts['title'] ?? '',
      home:
        subject === null
          ? { href: paths.takeOvers, label: 'Alle Übernahmen' }
          : { href: paths.takeOver(subject), label: 'Zur Übernahme' },
      area: paths.takeOvers,
    };
  }

  async steps(form: FormState): Promise<readonly FormStep[]> {
    return takeOverSteps(form, await this.choices());
  }

  check(form: FilledForm): readonly FactFinding[] {
    return readFact('take-over', keyed(form)).findings;
  }

  async review(form: FilledForm, change: FactChange): Promise<FormReview> {
    const takeOver = factFrom('take-over', keyed(form));
    const warnings = await this.useCase(form).rehearse(change, takeOver);
    return { warnings, panels: await this.panels(form) };
  }

  async submit(form: FilledForm, change: FactChange): Promise<FormOutcome> {
    const takeOver = factFrom('take-over', keyed(form));
    const id = await this.useCase(form).execute(change, takeOver);
    return {
      message: `${takeOver.title} ist ${form.subject === null ? 'übernommen' : 'berichtigt'}.`,
      links: [
        { href: paths.takeOver(id), label: 'Zur Übernahme' },
        { href: paths.takeOvers, label: 'Alle Übernahmen' },
      ],
    };
  }

  fieldOf(error: DomainError): string | undefined {
    return error instanceof TakeOverTaken ? 'title' : undefined;
  }

  /** What the treasury should have by what is typed so far, beside each step of figures. */
  live(form: FilledForm, step: string): Promise<readonly FormPanel[]> {
    return step === 'uebernahme' ? Promise.resolve([]) : this.panels(form);
  }

  private useCase({ subject }: FormState): RecordTakeOverUseCase | CorrectTakeOverUseCase {
    return subject === null ? this.recording : this.correcting;
  }

  private async choices(): Promise<TakeOverChoices> {
    return takeOverChoices(await this.book.facts(), this.programmes.programmes());
  }

  /** None as long as the form cannot be read. */
  private async panels(form: FilledForm): Promise<readonly FormPanel[]> {
    const { fact } = readFact('take-over', keyed(form));
    if (fact === undefined) return [];
    const { noticeLines } = await this.choices();
    const names = new Map(noticeLines('').map(({ value, label }) => [value, label]));
    const groups = await this.takeOvers.groupsOf(fact);
    return [treasuryPanel(groups, (line) => names.get(line) ?? line)];
  }

  private async ofNotice(notice: string): Promise<FormBeginning['input']> {
    return takeOverOfNotice(notice, await this.book.facts());
  }
}

/** A new take-over gets its key from its title. */
function keyed({ input }: FilledForm): FilledForm['input'] {
  const { title } = input;
  const key = typeof title === 'string' ? speakingKey(title) : '';
  return { id: key === '' ? 'uebernahme' : key, ...input, kind: 'take-over' };
}
