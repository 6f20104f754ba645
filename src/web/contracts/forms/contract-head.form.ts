import { Injectable } from '@nestjs/common';
import { ContractsQueries, type ContractDetail } from '../../../contracts/contracts.queries.js';
import { PartiesFixed } from '../../../contracts/contracts.errors.js';
import { CorrectContractUseCase } from '../../../contracts/correct-contract.use-case.js';
import type { DomainError } from '../../../domain/errors/domain-error.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { FactChange } from '../../../platform/database/fact-change.js';
import {
  readFact,
  writeFact,
  type FactFinding,
} from '../../../programmes/definitions/fact-reading.js';
import { factFrom } from '../../../programmes/fact-check.js';
import { Programmes } from '../../../programmes/programmes.js';
import type {
  FilledForm,
  FormBeginning,
  FormKind,
  FormOutcome,
  FormReview,
  FormState,
  FormStep,
  FormTitle,
} from '../../editing/form-kind.js';
import { paths } from '../../paths.js';
import { headChoices, headSteps } from './contract-head.steps.js';
import { latestRecord } from './contract-refusals.js';
import { VersionBook } from './version-book.js';

export const CONTRACT_HEAD_FORM = 'vertrag-kopf';

/** "Stammdaten des Vertrags berichtigen": title and file; the parties only while nothing was sent out. */
@Injectable()
export class ContractHeadForm implements FormKind {
  readonly name = CONTRACT_HEAD_FORM;

  constructor(
    private readonly contracts: ContractsQueries,
    private readonly correction: CorrectContractUseCase,
    private readonly book: VersionBook,
    private readonly programmes: Programmes,
    private readonly clock: Clock,
  ) {}

  /** @throws UnknownContract */
  async begin(subject: string | null): Promise<FormBeginning> {
    const { contract, revision } = await this.find(subject);
    const record = latestRecord(await this.contracts.history(contract.id));
    return { input: headOf(contract), revision, ...(record && { record }) };
  }

  async title({ subject }: FormState): Promise<FormTitle> {
    const { contract } = await this.find(subject);
    return {
      title: 'Stammdaten des Vertrags berichtigen',
      about: contract.title,
      home: { href: paths.contract(contract.id), label: 'Zum Vertrag' },
      area: paths.contracts,
    };
  }

  async steps(): Promise<readonly FormStep[]> {
    const choices = headChoices(await this.book.facts(), this.programmes.programmes());
    return headSteps(choices, { base: '', isNew: false });
  }

  check({ input }: FilledForm): readonly FactFinding[] {
    return readFact('contract-head', input).findings;
  }

  async review({ input }: FilledForm, change: FactChange): Promise<FormReview> {
    const warnings = await this.correction.rehearse(change, factFrom('contract-head', input));
    return { warnings, panels: [] };
  }

  async submit({ input }: FilledForm, change: FactChange): Promise<FormOutcome> {
    const head = factFrom('contract-head', input);
    const id = await this.correction.execute(change, head);
    return {
      message: `Die Stammdaten von „${head.title}“ sind berichtigt.`,
      links: [{ href: paths.contract(id), label: 'Zum Vertrag' }],
    };
  }

  fieldOf(error: DomainError): string | undefined {
    return error instanceof PartiesFixed ? String(error.facts['field']) : undefined;
  }

  private find(subject: string | null): Promise<ContractDetail> {
    return this.contracts.contract(subject ?? '', { on: this.clock.today() });
  }
}

/** What files leave out as the usual is said in a form. */
function headOf(contract: ContractDetail['contract']): FormBeginning['input'] {
  const own = new Set(['kind', 'versions', 'termination']);
  const written = Object.entries(writeFact(contract)).filter(([name]) => !own.has(name));
  return { ...Object.fromEntries(written), forwardedBy: contract.forwardedBy };
}
