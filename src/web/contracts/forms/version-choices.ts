import { fteText } from '../../book/words.js';
import { formatEuro } from '../../../domain/money/amount-text.js';
import type { BookFacts } from '../../../positions/book.queries.js';
import {
  KREIS,
  type ComponentDefinition,
  type ContractDefinition,
  type ProgrammeDefinition,
} from '../../../programmes/definitions/definition.js';
import type { FieldChoice } from '../../editing/form-field.js';
import { OWN_FUNDS, payerChoice } from './line-payer.js';

/** What the fields of a version offer to choose from: what the book has for its contract. */
export interface VersionChoices {
  readonly partners: readonly FieldChoice[];
  readonly components: readonly FieldChoice[];
  /** Who can pay: lines of notices, newest year first, lines above (third tier), the Kreis itself. */
  readonly payers: readonly FieldChoice[];
  /** "Festbeträge" of the programme (R6a); empty where it has none. */
  readonly fixedSums: readonly FieldChoice[];
}

/** Choices for the lines of a contract, from its own programme. */
export function versionChoices(
  {
    partners,
    programme,
    forwardedBy,
  }: Pick<ContractDefinition, 'partners' | 'programme' | 'forwardedBy'>,
  facts: Pick<BookFacts, 'partners' | 'noticeLines' | 'lines'>,
  programmes: readonly ProgrammeDefinition[],
): VersionChoices {
  const components = programmes.find(({ id }) => id === programme)?.components ?? [];
  const names = new Map(components.map(({ id, shortName }) => [id, shortName]));
  return {
    partners: partners.map((id) => ({ value: id, label: facts.partners.get(id)?.name ?? id })),
    components: components.map(({ id, name }) => ({ value: id, label: name })),
    payers: [
      ...(forwardedBy === KREIS
        ? noticeLineChoices(facts, names)
        : upperLineChoices(facts, forwardedBy)),
      { value: OWN_FUNDS, label: 'eigene Mittel des Kreises' },
    ],
    fixedSums: components.flatMap(fixedSumChoices),
  };
}

function fixedSumChoices({ fixedSums }: ComponentDefinition): readonly FieldChoice[] {
  return fixedSums.map(({ key, name, unit, amountCents }) => ({
    value: key,
    label: `${name}: ${formatEuro(amountCents)} je ${unit}`,
  }));
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
      value: payerChoice('notice-line', id),
      label: `${year} ${names.get(component) ?? component}: ${formatEuro(amountCents)}${fte === 0 ? '' : `, ${fteText(fte)}`}`,
    }));
}

function upperLineChoices(
  { lines }: Pick<BookFacts, 'lines'>,
  partner: string,
): readonly FieldChoice[] {
  return [...lines.values()]
    .filter(({ line }) => line.partner === partner)
    .map(({ contract, line }) => ({
      value: payerChoice('allocation-line', line.id),
      label: `${line.title} (${contract.title})`,
    }));
}
