import { Injectable } from '@nestjs/common';
import type { DomainError } from '../../../domain/errors/domain-error.js';
import { formatGermanDay } from '../../../domain/calendar/plain-date.js';
import type { FactChange } from '../../../platform/database/fact-change.js';
import { MovePositionUseCase } from '../../../positions/move-position.use-case.js';
import { OccupancyPreviewQueries } from '../../../positions/occupancy-preview.queries.js';
import type { PositionMove } from '../../../positions/positions.js';
import { UnknownPosition } from '../../../positions/positions.errors.js';
import { PositionsQueries } from '../../../positions/positions.queries.js';
import type { PositionDefinition } from '../../../programmes/definitions/definition.js';
import type { FactFinding } from '../../../programmes/definitions/fact-reading.js';
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
} from '../../editing/form-kind.js';
import { paths } from '../../paths.js';
import { MOVE_FORM } from './form-names.js';
import { FormBook, type OpenFormBook } from './form-book.js';
import { MOVE_DAY, typedMove } from './move-fields.js';
import { movePanels } from './move-panels.js';
import { moveSteps } from './move.steps.js';
import { employerChoices, lineChoices } from './position-choices.js';
import { recordOf } from './position-record.js';

/** "Stelle verlagern": from a day on to another line, employer or place, with who fills it. */
@Injectable()
export class MoveForm implements FormKind {
  readonly name = MOVE_FORM;

  constructor(
    private readonly book: FormBook,
    private readonly positions: PositionsQueries,
    private readonly previews: OccupancyPreviewQueries,
    private readonly moving: MovePositionUseCase,
  ) {}

  /** @throws UnknownPosition */
  async begin(subject: string | null): Promise<FormBeginning> {
    const { fact, revision } = await this.positions.recorded(subject ?? '');
    const [latest] = await this.positions.history(fact.id);
    const { allocationLine, placeOfWork, label } = fact;
    const input = { placeOfWork, label, ...(allocationLine !== undefined && { allocationLine }) };
    return { input, revision, reason: 'Stelle verlagert', ...recordOf(latest) };
  }

  async title({ subject }: FormState): Promise<FormTitle> {
    const id = subject ?? '';
    const position = (await this.book.open()).position(id);
    return {
      title: 'Stelle verlagern',
      about: position === undefined ? '' : `${position.label}, ${position.title}`,
      home: { href: paths.position(id), label: 'Zur Stelle' },
      area: paths.positions,
    };
  }

  async steps(): Promise<readonly FormStep[]> {
    const book = await this.book.open();
    return moveSteps(lineChoices(book), employerChoices(book));
  }

  async check(form: FilledForm): Promise<readonly FactFinding[]> {
    const book = await this.book.open();
    const position = book.position(form.subject ?? '');
    if (position === undefined) {
      return [{ path: '', message: 'Die Stelle steht nicht mehr im Buch.', severity: 'error' }];
    }
    const { move, findings } = typedMove(form, position, book);
    if (move === undefined) return findings;
    const preview = await this.previews.previewMove(position.id, move);
    const fields: Readonly<Record<string, string>> = { on: MOVE_DAY, to: 'placeOfWork' };
    return preview.findings.map((found) => ({
      ...found,
      path: fields[found.path] ?? found.path,
    }));
  }

  async review(form: FilledForm, change: FactChange): Promise<FormReview> {
    const { position, move } = await this.stated(form);
    const { warnings } = await this.moving.rehearse(change, position.id, move);
    return { warnings, panels: await this.live(form) };
  }

  async submit(form: FilledForm, change: FactChange): Promise<FormOutcome> {
    const { position, move } = await this.stated(form);
    const { id } = await this.moving.execute(change, position.id, move);
    return {
      message: `Die Stelle ${position.label} ist ab dem ${formatGermanDay(move.on)} verlagert.`,
      links: [
        { href: paths.position(id), label: 'Zur Stelle am neuen Platz' },
        { href: paths.position(position.id), label: 'Zur Stelle am alten Platz' },
      ],
    };
  }

  fieldOf({ code }: DomainError): string | undefined {
    return code === 'capacity.exceeded' ? 'allocationLine' : undefined;
  }

  /** What happens to the post, its people and both lines. */
  async live(form: FilledForm): Promise<readonly FormPanel[]> {
    const book = await this.book.open();
    const position = book.position(form.subject ?? '');
    const move = position && typedMove(form, position, book).move;
    if (position === undefined || move === undefined) return [];
    return movePanels(position, await this.previews.previewMove(position.id, move), book);
  }

  private async stated(form: FilledForm): Promise<Stated> {
    const book: OpenFormBook = await this.book.open();
    const position = book.position(form.subject ?? '');
    const move = position && typedMove(form, position, book).move;
    if (position === undefined || move === undefined) {
      throw new UnknownPosition({ position: form.subject ?? '' });
    }
    return { position, move };
  }
}

interface Stated {
  readonly position: PositionDefinition;
  readonly move: PositionMove;
}
