import { Injectable } from '@nestjs/common';
import { OccupanciesQueries } from '../../../positions/occupancies.queries.js';
import { OccupancyPreviewQueries } from '../../../positions/occupancy-preview.queries.js';
import { CorrectOccupancyUseCase } from '../../../positions/correct-occupancy.use-case.js';
import { RecordOccupancyUseCase } from '../../../positions/record-occupancy.use-case.js';
import { occupancyFrom, type Outcome } from '../../../positions/positions.js';
import { PositionsQueries } from '../../../positions/positions.queries.js';
import { formatGermanDay } from '../../../domain/calendar/plain-date.js';
import { fteToApi } from '../../../domain/proration/fte.js';
import type { FactChange } from '../../../platform/database/fact-change.js';
import { isPersonKey } from '../../../programmes/definitions/definition.js';
import type { FactFinding } from '../../../programmes/definitions/fact-reading.js';
import {
  entriesOf,
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
import { OCCUPANCY_FORM } from './form-names.js';
import { ensureTells, FormBook } from './form-book.js';
import {
  occupancyFields,
  occupancyInput,
  occupancyMistakes,
  previewMistakes,
  typedChange,
  typedOccupancy,
} from './occupancy-fields.js';
import { occupancyPanels, postFacts } from './occupancy-panels.js';
import { knownPersonPanel } from './person-panels.js';
import { occupancySteps } from './occupancy.steps.js';
import { positionChoices } from './position-choices.js';
import { recordOf } from './position-record.js';

const POST_GONE = 'Die Stelle steht nicht mehr im Buch.';

/**
 * "Besetzung eintragen" at a post (option `position`; `from`, `to` and `share` of a gap come along),
 * and "Besetzung berichtigen". Its mark is that of the post.
 */
@Injectable()
export class OccupancyForm implements FormKind {
  readonly name = OCCUPANCY_FORM;

  constructor(
    private readonly book: FormBook,
    private readonly occupancies: OccupanciesQueries,
    private readonly positions: PositionsQueries,
    private readonly previews: OccupancyPreviewQueries,
    private readonly recording: RecordOccupancyUseCase,
    private readonly correcting: CorrectOccupancyUseCase,
  ) {}

  /** @throws UnknownOccupancy, UnknownPosition, ToldByEmployer */
  async begin(subject: string | null, options: Texts): Promise<FormBeginning> {
    if (subject !== null) {
      const { fact, revision } = await this.occupancies.occupancy(subject);
      const { positionId, occupancy } = fact;
      ensureTells(await this.book.open(), positionId);
      const [latest] = await this.positions.history(positionId);
      const input = { ...occupancyInput(occupancy), $position: positionId };
      return { input, revision, ...recordOf(latest) };
    }
    const { position: id, from, to, share } = options;
    if (id === undefined || options['ask'] === 'true') return { input: { $ask: 'true' } };
    const position = ensureTells(await this.book.open(), id);
    const known = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
    return { input: { ...known, share: share ?? fteToApi(position.plannedFte) } };
  }

  async title(form: FormState): Promise<FormTitle> {
    const id = option(form, 'position');
    const position = (await this.book.open()).position(id);
    return {
      title: form.subject === null ? 'Besetzung eintragen' : 'Besetzung berichtigen',
      about: position === undefined ? '' : `${position.label}, ${position.title}`,
      home:
        position === undefined
          ? { href: paths.occupancies, label: 'Alle Besetzungen' }
          : { href: paths.position(id), label: 'Zur Stelle' },
      area: position === undefined ? paths.occupancies : paths.positions,
    };
  }

  async steps(form: FormState): Promise<readonly FormStep[]> {
    const asks = option(form, 'ask') === 'true';
    const choices = asks ? positionChoices(await this.book.open()) : [];
    return occupancySteps(choices, entriesOf(form, 'unpaid'));
  }

  async check(form: FilledForm): Promise<readonly FactFinding[]> {
    const mistakes = occupancyMistakes(form);
    const id = option(form, 'position');
    if (id === '') return mistakes;
    if ((await this.book.open()).position(id) === undefined) {
      return [...mistakes, { path: '$position', message: POST_GONE, severity: 'error' }];
    }
    const typed = typedOccupancy(form);
    if (typed === undefined) return mistakes;
    const preview = await this.previews.preview(id, typedChange(form, typed));
    return [...mistakes, ...previewMistakes(preview)];
  }

  async review(form: FilledForm, change: FactChange): Promise<FormReview> {
    const { warnings } = await this.asked(form, change, 'rehearse');
    return { warnings, panels: await this.live(form, 'zeit') };
  }

  async submit(form: FilledForm, change: FactChange): Promise<FormOutcome> {
    await this.asked(form, change, 'execute');
    const id = option(form, 'position');
    const label = (await this.book.open()).position(id)?.label ?? id;
    const { personKey, from } = occupancyFrom(occupancyFields(form));
    return {
      message:
        form.subject === null
          ? `${label} ist ab dem ${formatGermanDay(from)} mit ${personKey} besetzt.`
          : `Die Besetzung von ${label} mit ${personKey} ist berichtigt.`,
      links: [
        { href: paths.position(id), label: 'Zur Stelle' },
        { href: paths.occupancies, label: 'Alle Besetzungen' },
      ],
    };
  }

  /** The key in the book; then gaps, overlaps and the entitlement of the post. */
  async live(form: FilledForm, step: string): Promise<readonly FormPanel[]> {
    const book = await this.book.open();
    const id = option(form, 'position');
    const before = book.position(id);
    if (step === 'person') {
      const { personKey } = form.input;
      if (typeof personKey !== 'string' || !isPersonKey(personKey)) return [];
      const known = await this.occupancies.occupancies({ personKey });
      const told = known.filter(({ position }) => book.tells(position));
      return [knownPersonPanel(personKey, told, book)];
    }
    if (before === undefined) return [];
    const typed = typedOccupancy(form);
    if (step === 'stelle' || typed === undefined) {
      return [{ title: 'Die Stelle', facts: postFacts(before, book) }];
    }
    const preview = await this.previews.preview(id, typedChange(form, typed));
    return occupancyPanels({ before, preview, around: typed.from }, book);
  }

  private asked(
    form: FilledForm,
    change: FactChange,
    how: 'execute' | 'rehearse',
  ): Promise<Outcome> {
    const stated = occupancyFrom(occupancyFields(form));
    return form.subject === null
      ? this.recording[how](change, option(form, 'position'), stated)
      : this.correcting[how](change, form.subject, stated);
  }
}
