import { Injectable } from '@nestjs/common';
import { ContractsQueries, type ContractDetail } from '../../../contracts/contracts.queries.js';
import { UnknownVersion } from '../../../contracts/contracts.errors.js';
import { DraftVersionUseCase, type DraftedVersion } from '../../../contracts/draft-version.use-case.js';
import { EditDraftUseCase } from '../../../contracts/edit-draft.use-case.js';
import { LOCAL_ACTOR } from '../../../identity/identity.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { FactChange } from '../../../platform/database/fact-change.js';
import { BookQueries } from '../../../positions/book.queries.js';
import type { ContractVersionDefinition } from '../../../programmes/definitions/definition.js';
import type { FactFinding } from '../../../programmes/definitions/fact-reading.js';
import { Programmes } from '../../../programmes/programmes.js';
import { Names } from '../../book/names.js';
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
import { WebSettings } from '../../shell/web-settings.js';
import { comparisonTable } from '../contract-comparison.view.js';
import { versionBefore } from '../contract-state.js';
import { linePanels } from './line-live.view.js';
import { versionChoices } from './version-choices.js';
import { beginningOf, versionFields, versionFindings } from './version-fields.js';
import { versionSteps } from './version.steps.js';

/** "Fassung": a draft of an amendment, begun with option `contract` or edited as "kim-cities/4". */
@Injectable()
export class VersionForm implements FormKind {
  readonly name = 'fassung';

  constructor(
    private readonly contracts: ContractsQueries,
    private readonly drafting: DraftVersionUseCase,
    private readonly editing: EditDraftUseCase,
    private readonly book: BookQueries,
    private readonly programmes: Programmes,
    private readonly settings: WebSettings,
    private readonly clock: Clock,
  ) {}

  /** @throws UnknownContract, UnknownVersion, DraftOpen, AlreadyTerminated */
  async begin(subject: string | null, options: Texts): Promise<FormBeginning> {
    const { contract: id, number } = namedVersion(subject, options['contract'] ?? '');
    const detail = await this.find(id);
    const known = { $contract: id };
    if (number === undefined) {
      const change = { by: LOCAL_ACTOR.ref, reason: 'Probe', key: `probe:${id}` };
      const { version } = await this.drafting.rehearse(change, { contract: id, fields: {} });
      return { input: { ...beginningOf(version), ...known }, reason: 'Änderung entworfen' };
    }
    const version = versionIn(detail, number);
    return { input: { ...beginningOf(version), ...known }, revision: detail.revision };
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
    const facts = await this.book.facts();
    return versionSteps(form.texts, versionChoices(contract, facts, this.programmes.programmes()));
  }

  check(form: FilledForm): readonly FactFinding[] {
    return versionFindings(form);
  }

  async review(form: FilledForm, change: FactChange): Promise<FormReview> {
    const { version, warnings } = await this.rehearse(form, change);
    const { contract } = await this.find(option(form, 'contract'));
    const before = versionBefore(contract, version.number);
    if (before === undefined) return { warnings, panels: [] };
    const names = new Names(
      { ...(await this.book.facts()), programmes: this.programmes.programmes() },
      this.settings.officeName,
    );
    const table = comparisonTable(before, version, names);
    const same = { tone: '', texts: ['Die Fassung unterscheidet sich in keinem Wert von der davor.'] } as const;
    const panel: FormPanel = { title: 'Was sich ändert', ...(table.rows.length === 0 ? { notes: [same] } : { tables: [table] }) };
    return { warnings, panels: [panel] };
  }

  async submit(form: FilledForm, change: FactChange): Promise<FormOutcome> {
    const contract = option(form, 'contract');
    const { number } = namedVersion(form.subject, contract);
    const fields = versionFields(form.input, form.texts);
    const written =
      number ?? (await this.drafting.execute(change, { contract, fields }));
    if (number !== undefined) await this.editing.execute(change, { contract, version: number, fields });
    return {
      message: number === undefined ? 'Der Entwurf der Änderung steht im Buch.' : 'Der Entwurf ist geändert.',
      links: [
        { href: `${paths.contract(contract)}?fassung=${written}`, label: 'Zum Entwurf' },
        { href: paths.contract(contract), label: 'Zum Vertrag' },
      ],
    };
  }

  /** The sum of the line that is filled in, and what its payers have left. */
  async live({ input }: FilledForm, step: string): Promise<readonly FormPanel[]> {
    const index = /^zeile-(\d+)$/.exec(step)?.[1];
    if (index === undefined || !Array.isArray(input['lines'])) return [];
    const line: unknown = input['lines'][Number(index) - 1];
    return linePanels(Object(line) as Readonly<Record<string, unknown>>, await this.book.facts());
  }

  private rehearse(form: FilledForm, change: FactChange): Promise<DraftedVersion> {
    const contract = option(form, 'contract');
    const { number } = namedVersion(form.subject, contract);
    const fields = versionFields(form.input, form.texts);
    return number === undefined
      ? this.drafting.rehearse(change, { contract, fields })
      : this.editing.rehearse(change, { contract, version: number, fields });
  }

  private find(id: string): Promise<ContractDetail> {
    return this.contracts.contract(id, { on: this.clock.today() });
  }
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
