import { isEffective, partiesOf, versionOn } from '../../contracts/contracts.js';
import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import type {
  ContractDefinition,
  ContractVersionDefinition,
} from '../../programmes/definitions/definition.js';
import type { BookPage } from '../book/book-page.js';
import type { LinkView } from '../components/link.js';
import type { TimelineEntryView } from '../components/parts.js';
import { paths } from '../paths.js';
import { versionBefore } from './contract-state.js';

/** The versions of a contract on a line of time; the one that the page shows is marked. */
export function versionTimeline(
  page: BookPage,
  contract: ContractDefinition,
  shown: ContractVersionDefinition,
): readonly TimelineEntryView[] {
  const inForce = versionOn(contract, page.asOf.on);
  return contract.versions.map((version) => {
    const effective = isEffective(version, partiesOf(contract));
    const state = version === inForce ? ' · gilt' : effective ? '' : ' · noch nicht wirksam';
    return {
      day: version.inForceFrom,
      when: `${formatGermanDay(version.inForceFrom)}${state}`,
      title: version.title,
      text: version.summary,
      current: version === shown,
      draft: !effective,
      links: linksOf(page, contract, version, version === shown),
    };
  });
}

function linksOf(
  page: BookPage,
  contract: ContractDefinition,
  version: ContractVersionDefinition,
  shown: boolean,
): readonly LinkView[] {
  const before = versionBefore(contract, version.number);
  const view: LinkView = {
    href: page.link(`${paths.contract(contract.id)}?fassung=${version.number}`),
    label: 'Fassung ansehen',
  };
  const changes: readonly LinkView[] = before
    ? [
        {
          href: page.link(paths.contractComparison(contract.id, before.number, version.number)),
          label: 'Was sich geändert hat',
        },
      ]
    : [];
  return shown ? changes : [view, ...changes];
}
