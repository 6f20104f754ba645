import { Injectable } from '@nestjs/common';
import { ContractTaken } from '../../../contracts/contracts.errors.js';
import { RecordContractUseCase } from '../../../contracts/record-contract.use-case.js';
import type { DomainError } from '../../../domain/errors/domain-error.js';
import type { FactChange } from '../../../platform/database/fact-change.js';
import { KREIS } from '../../../programmes/definitions/definition.js';
import type { FactFinding } from '../../../programmes/definitions/fact-reading.js';
import { Programmes } from '../../../programmes/programmes.js';
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
import {
  contractFields,
  contractFindings,
  contractFrom,
  HEAD,
  placeIn,
} from './contract-fields.js';
import { headChoices, headSteps } from './contract-head.steps.js';
import { takenLineField } from './contract-refusals.js';
import { omittedYears } from './line-years.js';
import { placedAt, toldAtFields } from './told-at.js';
import { VersionBook } from './version-book.js';
import { NEW_LINE } from './version-line.steps.js';
import { versionSteps } from './version.steps.js';

export const CONTRACT_FORM = 'vertrag';

/** "Vertrag eintragen": head, parties, and the first version with its lines, as a draft. */
@Injectable()
export class ContractForm implements FormKind {
  readonly name = CONTRACT_FORM;
  readonly foldsReview = true;

  constructor(
    private readonly recording: RecordContractUseCase,
    private readonly book: VersionBook,
    private readonly programmes: Programmes,
  ) {}

  begin(): Promise<FormBeginning> {
    return Promise.resolve({ input: BEGINNING });
  }

  title({ texts }: FormState): FormTitle {
    return {
      title: 'Vertrag eintragen',
      about: texts[`${HEAD}title`] ?? '',
      home: { href: paths.contracts, label: 'Alle Verträge' },
      area: paths.contracts,
    };
  }

  async steps({ texts }: FormState): Promise<readonly FormStep[]> {
    const choices = headChoices(await this.book.facts(), this.programmes.programmes());
    const chosen = (texts[`${HEAD}partners`] ?? '').split('\n').filter((id) => id !== '');
    const version = await this.book.choices({
      programme: texts[`${HEAD}programme`] ?? '',
      forwardedBy: texts[`${HEAD}forwardedBy`] ?? KREIS,
      partners: chosen.length > 0 ? chosen : choices.partners.map(({ value }) => value),
    });
    return [...headSteps(choices, { base: HEAD, isNew: true }), ...versionSteps(texts, version)];
  }

  check(form: FilledForm): readonly FactFinding[] {
    return contractFindings(form);
  }

  async review(form: FilledForm, change: FactChange): Promise<FormReview> {
    const contract = contractFrom(form);
    const place = placeIn(form);
    const warnings = await toldAtFields(place, () => this.recording.rehearse(change, contract));
    const [version] = contract.versions;
    return {
      warnings: placedAt(place, warnings),
      panels:
        version === undefined
          ? []
          : [...omittedYears(form.input), ...(await this.book.panels(contract, version))],
    };
  }

  async submit(form: FilledForm, change: FactChange): Promise<FormOutcome> {
    const contract = contractFrom(form);
    const id = await toldAtFields(placeIn(form), () => this.recording.execute(change, contract));
    return {
      message: `${contract.title} steht als Entwurf im Buch.`,
      links: [
        { href: paths.contract(id), label: 'Zum Vertrag' },
        { href: paths.contracts, label: 'Alle Verträge' },
      ],
    };
  }

  fieldOf(error: DomainError, form: FilledForm): string | undefined {
    if (error instanceof ContractTaken) return `${HEAD}id`;
    const [version] = contractFields(form)['versions'] as readonly Readonly<
      Record<string, unknown>
    >[];
    return takenLineField(error, version ?? {});
  }

  live(form: FilledForm, step: string): Promise<readonly FormPanel[]> {
    return this.book.livePanels(form, step);
  }
}

/** The usual, to be changed: by the Kreis, to partners, in the words that most contracts have. */
const BEGINNING = {
  head: { legalForm: 'contract', form: 'free', direction: 'forwarding', forwardedBy: KREIS },
  title: 'Weiterleitungsvertrag',
  lines: [NEW_LINE],
  terms: {
    proration: { convention: 'calendar-month' },
    capLevel: { level: 'per-post' },
    unpaidSpells: { cutCap: 'false' },
    quarterlyProof: { on: 'false', weeksAfterQuarter: '0' },
    noticePeriod: { to: 'year-end' },
    twoMonthRule: { state: 'undecided' },
  },
} as const;
