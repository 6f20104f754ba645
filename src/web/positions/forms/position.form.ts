import { Injectable } from '@nestjs/common';
import type { DomainError } from '../../../domain/errors/domain-error.js';
import type { FactChange } from '../../../platform/database/fact-change.js';
import { CorrectPositionUseCase } from '../../../positions/correct-position.use-case.js';
import { OccupancyPreviewQueries } from '../../../positions/occupancy-preview.queries.js';
import { positionFrom, type Outcome, type StatedPosition } from '../../../positions/positions.js';
import { PositionsQueries } from '../../../positions/positions.queries.js';
import { RecordPositionUseCase } from '../../../positions/record-position.use-case.js';
import type { FactFinding } from '../../../programmes/definitions/fact-reading.js';
import {
  entriesOf,
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
import { effectPanel } from '../entitlement-effect.view.js';
import { POSITION_FORM } from './form-names.js';
import { FormBook, type OpenFormBook } from './form-book.js';
import { employerChoices, lineChoices, noticeLineChoices } from './position-choices.js';
import {
  askedPath,
  PAYER,
  positionFields,
  positionInput,
  positionMistakes,
  typedPosition,
} from './position-fields.js';
import { roomPanels } from './position-panels.js';
import { recordOf } from './position-record.js';
import { positionSteps } from './position.steps.js';

/** "Stelle eintragen", on a line (option `line`) or kept by the Kreis, and "Stelle berichtigen". */
@Injectable()
export class PositionForm implements FormKind {
  readonly name = POSITION_FORM;

  constructor(
    private readonly book: FormBook,
    private readonly positions: PositionsQueries,
    private readonly previews: OccupancyPreviewQueries,
    private readonly recording: RecordPositionUseCase,
    private readonly correcting: CorrectPositionUseCase,
  ) {}

  /** @throws UnknownPosition */
  async begin(subject: string | null, { line }: Texts): Promise<FormBeginning> {
    if (subject === null) {
      const { facts } = await this.book.open();
      const isKnown = line !== undefined && facts.lines.has(line);
      const place = { [PAYER]: 'line', ...(isKnown && { allocationLine: line }) };
      return { input: { ...place, plannedFte: '1.0' } };
    }
    const { fact, revision } = await this.positions.recorded(subject);
    const [latest] = await this.positions.history(subject);
    return { input: positionInput(fact), revision, ...recordOf(latest) };
  }

  title({ subject, texts }: FormState): FormTitle {
    const names = [texts['label'], texts['title']].filter(Boolean).join(', ');
    const home =
      subject === null
        ? { href: paths.positions, label: 'Alle Stellen' }
        : { href: paths.position(subject), label: 'Zur Stelle' };
    const title = subject === null ? 'Stelle eintragen' : 'Stelle berichtigen';
    return { title, about: names, home, area: paths.positions };
  }

  async steps(form: FormState): Promise<readonly FormStep[]> {
    const book = await this.book.open();
    return positionSteps(form.texts[PAYER] ?? '', entriesOf(form, 'own.funding'), {
      lines: lineChoices(book),
      employers: employerChoices(book),
      noticeLines: noticeLineChoices(book),
    });
  }

  async check(form: FilledForm): Promise<readonly FactFinding[]> {
    const book = await this.book.open();
    return positionMistakes(positionFields(form, book.facts));
  }

  async review(form: FilledForm, change: FactChange): Promise<FormReview> {
    const { warnings } = await this.asked(form, change, 'rehearse');
    const book = await this.book.open();
    const stated = await this.stated(form);
    const room = roomOf(form, stated, book);
    if (form.subject === null) return { warnings, panels: [...room, NOT_FILLED_YET] };
    const { effects } = await this.previews.preview(form.subject, { position: stated });
    return { warnings, panels: [effectPanel(effects, book), ...room] };
  }

  async submit(form: FilledForm, change: FactChange): Promise<FormOutcome> {
    const { id } = await this.asked(form, change, 'execute');
    const { label } = await this.stated(form);
    return {
      message: `Die Stelle ${label} ist ${form.subject === null ? 'eingetragen' : 'berichtigt'}.`,
      links: [
        { href: paths.position(id), label: 'Zur Stelle' },
        { href: paths.positions, label: 'Alle Stellen' },
      ],
    };
  }

  fieldOf({ code, facts }: DomainError): string | undefined {
    if (code !== 'capacity.exceeded') return undefined;
    const isNotice = String(facts['holder']).startsWith('notice-line');
    return isNotice ? 'own.funding[0].noticeLine' : 'plannedFte';
  }

  /** What the line has room for; of a correction also what it does to the entitlement. */
  async live(form: FilledForm): Promise<readonly FormPanel[]> {
    const book = await this.book.open();
    const fields = positionFields(form, book.facts);
    const typed = typedPosition(fields);
    const room = roomOf(form, typed, book);
    if (form.subject === null || typed === undefined) return room;
    if (book.position(form.subject) === undefined) return room;
    const { effects, findings } = await this.previews.preview(form.subject, { position: typed });
    const wrong = findings.filter(({ severity }) => severity === 'error');
    if (wrong.length === 0) return [effectPanel(effects, book), ...room];
    const note = { tone: 'danger', texts: wrong.map(({ message }) => message) } as const;
    return [{ title: 'Das passt noch nicht', notes: [note] }, ...room];
  }

  private async stated(form: FilledForm): Promise<StatedPosition> {
    return positionFrom(positionFields(form, (await this.book.open()).facts));
  }

  /** What the book refuses is told at the fields that the form asks. */
  private async asked(
    form: FilledForm,
    change: FactChange,
    how: 'execute' | 'rehearse',
  ): Promise<Outcome> {
    const stated = await this.stated(form);
    const outcome =
      form.subject === null
        ? await this.recording[how](change, stated)
        : await this.correcting[how](change, form.subject, stated);
    const told = outcome.warnings.map((finding) => ({
      ...finding,
      path: askedPath(finding.path, form.texts),
    }));
    return { ...outcome, warnings: told };
  }
}

const NOT_FILLED_YET: FormPanel = {
  title: 'Wirkung auf den Anspruch',
  notes: [
    {
      tone: '',
      texts: ['Noch keine: Ein Anspruch entsteht erst, wenn jemand die Stelle besetzt.'],
    },
  ],
};

function roomOf(
  { subject, input, texts }: FilledForm,
  typed: Parameters<typeof roomPanels>[1] | StatedPosition,
  book: OpenFormBook,
): readonly FormPanel[] {
  const line = input['allocationLine'];
  if (texts[PAYER] === 'own' || typeof line !== 'string') return [];
  const post = typed && { ...typed, id: subject ?? 'neu', occupancies: [] };
  return roomPanels(line, post, subject, book);
}
