import { lineIdsOf } from '../../../contracts/contracts.js';
import {
  KREIS,
  type ContractDefinition,
  type NoticeDefinition,
  type PartnerDefinition,
  type ProgrammeDefinition,
} from '../../../programmes/definitions/definition.js';
import type { FieldChoice } from '../../editing/form-field.js';

/** What a take-over may be about, by programme. */
export interface TakeOverChoices {
  readonly programmes: readonly FieldChoice[];
  readonly noticeLines: (programme: string) => readonly FieldChoice[];
  readonly lines: (programme: string) => readonly FieldChoice[];
}

export function takeOverChoices(
  facts: {
    readonly notices: readonly NoticeDefinition[];
    readonly contracts: readonly ContractDefinition[];
    readonly partners: ReadonlyMap<string, PartnerDefinition>;
  },
  programmes: readonly ProgrammeDefinition[],
): TakeOverChoices {
  const components = new Map(
    programmes.flatMap((programme) =>
      programme.components.map(({ id, shortName }) => [id, shortName]),
    ),
  );
  const isOf = (programme: string) => (fact: { readonly programme: string }) =>
    programme === '' || fact.programme === programme;
  return {
    programmes: programmes.map(({ id, name }) => ({ value: id, label: name })),
    noticeLines: (programme) => {
      const lines = facts.notices.filter(isOf(programme)).flatMap((notice) => notice.lines);
      const byId = new Map(lines.map((line) => [line.id, line]));
      return [...byId.values()].map(({ id, component, year }) => ({
        value: id,
        label: `${components.get(component) ?? component}, ${year.toString()}`,
      }));
    },
    lines: (programme) =>
      facts.contracts
        .filter(({ forwardedBy, direction }) => forwardedBy === KREIS && direction === 'forwarding')
        .filter(isOf(programme))
        .flatMap((contract) => lineChoices(contract, facts.partners)),
  };
}

function lineChoices(
  contract: ContractDefinition,
  partners: ReadonlyMap<string, PartnerDefinition>,
): readonly FieldChoice[] {
  const all = contract.versions.flatMap(({ lines }) => lines);
  return lineIdsOf(contract).map((id) => {
    const line = all.findLast((each) => each.id === id);
    const name = partners.get(line?.partner ?? '')?.shortName ?? line?.partner ?? '';
    return { value: id, label: `${name}: ${line?.title ?? id}` };
  });
}
