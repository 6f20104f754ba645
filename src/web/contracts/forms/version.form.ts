import { Injectable } from '@nestjs/common';
import { ContractsQueries, type ContractDetail } from '../../../contracts/contracts.queries.js';
import { UnknownVersion } from '../../../contracts/contracts.errors.js';
import {
  DraftVersionUseCase,
  type DraftedVersion,
} from '../../../contracts/draft-version.use-case.js';
import { EditDraftUseCase } from '../../../contracts/edit-draft.use-case.js';
import { contains } from '../../../domain/calendar/period.js';
import type { PlainDate } from '../../../domain/calendar/plain-date.js';
import type { DomainError } from '../../../domain/errors/domain-error.js';
import { statedBy } from '../../../identity/identity.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { FactChange } from '../../../platform/database/fact-change.js';
import type { ContractVersionDefinition } from '../../../programmes/definitions/definition.js';
import type { FactFinding } from '../../../programmes/definitions/fact-reading.js';
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
import { latestRecord, takenLineField } from './contract-refusals.js';
import { VersionBook } from './version-book.js';
import { omittedYears } from './line-years.js';
import { placedAt, toldAtFields } from './told-at.js';
import { beginningOf, placeInVersion, versionFields, versionFindings } from './version-fields.js';
import { versionSteps } from './version.steps.js';

/** "Fassung": a draft of an amendment, begun with option `contract` or edited as "kim-cities/4". */
@Injectable()
export class VersionForm implements FormKind {
  readonly name = 'fassung';

  readonly foldsReview = true;

  constructor(
    private readonly contracts: ContractsQueries,
    private readonly drafting: DraftVersionUseCase,
    private readonly editing: EditDraftUseCase,
    private readonly book: VersionBook,
    private readonly clock: Clock,
  ) {}

  /** @throws UnknownContract, UnknownVersion, DraftOpen, AlreadyTerminated */
  async begin(subject: string | null, options: Texts): Promise<FormBeginning> {
    const { contract: id, number } = namedVersion(subject, options['contract'] ?? '');
    const detail = await this.find(id);
    const known = { $contract: id };
    if (number === undefined) {
      const change = statedBy({ key: `probe:${id}` }, 'Probe');
      const { version } = await this.drafting.rehearse(change, { contract: id, fields: {} });
      const input = { ...beginningOf(version), ...known };
      return { input: asked(input, version, this.clock.today()), reason: 'Änderung entworfen' };
    }
    const version = versionIn(detail, number);
    const record = latestRecord(await this.contracts.history(id));
    return {
      ...{ input: { ...beginningOf(version), ...known }, revision: detail.revision },
      ...(record && { record }),
    };
  }

  async title(form: FormState): Promise<FormTitle> {
    const id = option(form, 'contract');
    const { contract } = await this.find(id);
    return {
      title: form.subject === null ? 'Änderung entwerfen' : 'Entwurf bearbeiten',
      about: contract.title,
      home: { href: paths.contract(id), label: 'Zum Vertrag' },
      area: paths.contracts,
    };
  }

  async steps(form: FormState): Promise<readonly FormStep[]> {
    const { contract } = await this.find(option(form, 'contract'));
    return versionSteps(form.texts, await this.book.choices(contract));
  }

  check(form: FilledForm): readonly FactFinding[] {
    return versionFindings(form);
  }

  async review(form: FilledForm, change: FactChange): Promise<FormReview> {
    const { version, warnings } = await this.rehearse(form, change);
    const { contract } = await this.find(option(form, 'contract'));
    return {
      warnings: placedAt((path) => placeInVersion(form.input, path), warnings),
      panels: [...omittedYears(form.input), ...(await this.book.panels(contract, version))],
    };
  }

  async submit(form: FilledForm, change: FactChange): Promise<FormOutcome> {
    const { contract, number, fields, place } = saidIn(form);
    const written = await toldAtFields(place, async () => {
      if (number === undefined) return this.drafting.execute(change, { contract, fields });
      await this.editing.execute(change, { contract, version: number, fields });
      return number;
    });
    const isNew = number === undefined;
    return {
      message: isNew ? 'Der Entwurf der Änderung steht im Buch.' : 'Der Entwurf ist geändert.',
      links: [
        { href: `${paths.contract(contract)}?fassung=${written}`, label: 'Zum Entwurf' },
        { href: paths.contract(contract), label: 'Zum Vertrag' },
      ],
    };
  }

  fieldOf(error: DomainError, { input, texts }: FilledForm): string | undefined {
    return takenLineField(error, versionFields(input, texts));
  }

  live(form: FilledForm, step: string): Promise<readonly FormPanel[]> {
    return this.book.livePanels(form, step);
  }

  private rehearse(form: FilledForm, change: FactChange): Promise<DraftedVersion> {
    const { contract, number, fields, place } = saidIn(form);
    return toldAtFields(place, () =>
      number === undefined
        ? this.drafting.rehearse(change, { contract, fields })
        : this.editing.rehearse(change, { contract, version: number, fields }),
    );
  }

  private find(id: string): Promise<ContractDetail> {
    return this.contracts.contract(id, { on: this.clock.today() });
  }
}

/** Nobody amends what is over by chance: where the term has ended, the first day is asked for. */
function asked(
  input: FormBeginning['input'],
  { inForceFrom, inForceTo }: ContractVersionDefinition,
  today: PlainDate,
): FormBeginning['input'] {
  if (contains({ from: inForceFrom, to: inForceTo }, today)) return input;
  return Object.fromEntries(Object.entries(input).filter(([name]) => name !== 'inForceFrom'));
}

/** What the form says, of which version, and where it asks for each part of it. */
function saidIn(form: FilledForm) {
  const { input, texts, subject } = form;
  return {
    ...namedVersion(subject, option(form, 'contract')),
    fields: versionFields(input, texts),
    place: (path: string) => placeInVersion(input, path),
  };
}

/** "kim-cities/4" names a draft; without a subject the contract's next version is meant. */
function namedVersion(
  subject: string | null,
  contract: string,
): { readonly contract: string; readonly number: number | undefined } {
  if (subject === null) return { contract, number: undefined };
  const end = subject.lastIndexOf('/');
  return { contract: subject.slice(0, end), number: Number(subject.slice(end + 1)) };
}

function versionIn({ contract }: ContractDetail, number: number): ContractVersionDefinition {
  const version = contract.versions.find((known) => known.number === number);
  if (version === undefined) throw new UnknownVersion({ contract: contract.id, version: number });
  return version;
}
