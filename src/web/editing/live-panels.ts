import { DomainError } from '../../domain/errors/domain-error.js';
import { sentenceFor } from '../messages/messages.js';
import type { FormStep } from './form-field.js';
import type { FormPanel } from './form-kind.js';
import type { OpenForm } from './open-form.js';

/**
 * What the fields of a step mean, as far as they are filled in. Half a form may be refused by what is
 * asked about it: that is told in the panel, and what was typed is saved all the same.
 */
export async function livePanels(
  { kind, filled }: Pick<OpenForm, 'kind' | 'filled'>,
  step: Pick<FormStep, 'key'>,
): Promise<readonly FormPanel[]> {
  try {
    return (await kind.live?.(filled, step.key)) ?? [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { title, detail } = sentenceFor(error.code, error.facts);
    return [{ title, notes: [{ tone: 'warning', texts: [detail] }] }];
  }
}
