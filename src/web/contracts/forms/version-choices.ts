import { fteText } from '../../book/words.js';
import { formatEuro } from '../../../domain/money/amount-text.js';
import type { BookFacts } from '../../../positions/book.queries.js';
import {
  KREIS,
  type ContractDefinition,
  type ProgrammeDefinition,
} from '../../../programmes/definitions/definition.js';
import type { FieldChoice } from '../../editing/form-field.js';

/** What the fields of a version offer to choose from: what the book has for its contract. */
export interface VersionChoices {
  readonly partners: readonly FieldChoice[];
  readonly components: readonly FieldChoice[];
  /** Lines of notices that can pay, newest year first. */
  readonly noticeLines: readonly FieldChoice[];
  /** Lines of whoever forwards, where that is a partner (third tier); else empty. */
  readonly upperLines: readonly FieldChoice[];
}

/** Choices for the lines of a contract, from its own programme. */
export function versionChoices(
  { partners, programme, forwardedBy }: Pick<ContractDefinition, 'partners' | 'programme' | 'forwardedBy'>,
  facts: Pick<BookFacts, 'partners' | 'noticeLines' | 'lines'>,
  programmes: readonly ProgrammeDefinition[],
): VersionChoices {
  const components = programmes.find(({ id }) => id === programme)?.components ?? [];
  const names = new Map(components.map(({ id, shortName }) => [id, shortName]));
  return {
    partners: partners.map((id) => ({ value: id, label: facts.partners.get(id)?.name ?? id })),
    components: components.map(({ id, name }) => ({ value: id, label: name })),
    noticeLines: noticeLineChoices(facts, names),
    upperLines: forwardedBy === KREIS ? [] : upperLineChoices(facts, forwardedBy),
  };
}

function noticeLineChoices(
  { noticeLines }: Pick<BookFacts, 'noticeLines'>,
  names: ReadonlyMap<string, string>,
): readonly FieldChoice[] {
  return [...noticeLines.values()]
    .map(({ line }) => line)
    .filter(({ component }) => names.has(component))
    .toSorted((a, b) => b.year - a.year || a.id.localeCompare(b.id))
    .map(({ id, component, year, fte, amountCents }) => ({
      value: id,
      label: `${year} ${names.get(component) ?? component}: ${formatEuro(amountCents)}${fte === 0 ? '' : `, ${fteText(fte)}`}`,
    }));
}

function upperLineChoices(
  { lines }: Pick<BookFacts, 'lines'>,
  partner: string,
): readonly FieldChoice[] {
  return [...lines.values()]
    .filter(({ line }) => line.partner === partner)
    .map(({ contract, line }) => ({ value: line.id, label: `${line.title} (${contract.title})` }));
}
