import { Injectable } from '@nestjs/common';
import { PartnerTaken } from '../../contracts/contracts.errors.js';
import { CorrectPartnerUseCase } from '../../contracts/correct-partner.use-case.js';
import { PartnersQueries } from '../../contracts/partners.queries.js';
import { RecordPartnerUseCase } from '../../contracts/record-partner.use-case.js';
import type { DomainError } from '../../domain/errors/domain-error.js';
import type { FactChange } from '../../platform/database/fact-change.js';
import type { PartnerDefinition } from '../../programmes/definitions/definition.js';
import {
  readFact,
  writeFact,
  type FactFinding,
} from '../../programmes/definitions/fact-reading.js';
import { factFrom } from '../../programmes/fact-check.js';
import type {
  FilledForm,
  FormBeginning,
  FormKind,
  FormOutcome,
  FormReview,
  FormState,
  FormStep,
  FormTitle,
} from '../editing/form-kind.js';
import { speakingKey } from '../editing/speaking-key.js';
import { paths } from '../paths.js';
import { partnerSteps } from './partner.steps.js';

export const PARTNER_FORM = 'partner';

/** "Partner aufnehmen" and "Partner berichtigen". */
@Injectable()
export class PartnerForm implements FormKind {
  readonly name = PARTNER_FORM;

  constructor(
    private readonly partners: PartnersQueries,
    private readonly record: RecordPartnerUseCase,
    private readonly correct: CorrectPartnerUseCase,
  ) {}

  async begin(subject: string | null): Promise<FormBeginning> {
    if (subject === null) return { input: {} };
    const { fact, revision } = await this.partners.partner(subject);
    const [latest] = await this.partners.history(subject);
    const record = latest && {
      at: latest.recordedAt,
      by: latest.recordedBy,
      reason: latest.reason,
    };
    return { input: writeFact(fact), revision, ...(record && { record }) };
  }

  title({ subject, texts }: FormState): FormTitle {
    const home =
      subject === null
        ? { href: paths.partners, label: 'Alle Partner' }
        : { href: paths.partner(subject), label: 'Zum Partner' };
    const title = subject === null ? 'Neuer Partner' : 'Partner berichtigen';
    return { title, about: texts['name'] ?? '', home, area: paths.partners };
  }

  steps({ subject }: FormState): readonly FormStep[] {
    return partnerSteps(subject === null);
  }

  check(form: FilledForm): readonly FactFinding[] {
    return readFact('partner', inputOf(form)).findings;
  }

  async review(form: FilledForm, change: FactChange): Promise<FormReview> {
    await this.useCase(form).rehearse(change, partnerOf(form));
    return { warnings: [], panels: [] };
  }

  async submit(form: FilledForm, change: FactChange): Promise<FormOutcome> {
    const partner = partnerOf(form);
    const id = await this.useCase(form).execute(change, partner);
    return {
      message: `${partner.name} ist ${form.subject === null ? 'aufgenommen' : 'berichtigt'}.`,
      links: [
        { href: paths.partner(id), label: 'Zum Partner' },
        { href: paths.partners, label: 'Alle Partner' },
      ],
    };
  }

  fieldOf(error: DomainError): string | undefined {
    return error instanceof PartnerTaken ? 'id' : undefined;
  }

  private useCase({ subject }: FormState): RecordPartnerUseCase | CorrectPartnerUseCase {
    return subject === null ? this.record : this.correct;
  }
}

function partnerOf(form: FilledForm): PartnerDefinition {
  return factFrom('partner', inputOf(form));
}

/** A new partner without a key gets one made of its short name. */
function inputOf({ input }: FilledForm): FilledForm['input'] {
  const { shortName } = input;
  const id = typeof shortName === 'string' ? speakingKey(shortName) : '';
  return { id: id === '' ? 'partner' : id, ...input };
}
