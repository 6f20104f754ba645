import { lastOfYear } from '../../../domain/calendar/plain-date.js';
import { fundingOfYear, lineIdsOf } from '../../../contracts/contracts.js';
import { UnknownNotice } from '../../../grants/grants.errors.js';
import {
  KREIS,
  type ContractDefinition,
  type NoticeDefinition,
  type NoticeLineDefinition,
} from '../../../programmes/definitions/definition.js';

type Written = Readonly<Record<string, unknown>>;

/** What the form begins with where nothing is chosen: one case of either kind. */
export function emptyTakeOver(): Written {
  return { kind: 'take-over', noticeLines: [{}], lines: [{}] };
}

/**
 * What the form begins with for a notice: each of its lines, each contract line that these pay for,
 * and what the Kreis pays beside them. The figures are left open: the treasury's papers say them.
 * @throws UnknownNotice
 */
export function takeOverOfNotice(
  id: string,
  facts: {
    readonly notices: readonly NoticeDefinition[];
    readonly contracts: readonly ContractDefinition[];
  },
): Written {
  const notice = facts.notices.find((known) => known.id === id);
  if (notice === undefined) throw new UnknownNotice({ notice: id });
  const years = notice.lines.map(({ year }) => year);
  const cases = notice.lines.flatMap((line) => casesOf(line, facts.contracts));
  const ownYears = [...new Set(cases.filter(({ isOwn }) => isOwn).map(({ year }) => year))];
  return {
    kind: 'take-over',
    programme: notice.programme,
    title: `Übernahme ${notice.title}`,
    keyDate: lastOfYear(Math.max(...years)),
    noticeLines: notice.lines.map((line) => ({ noticeLine: line.id })),
    ...(ownYears.length > 0 && { ownFunds: ownYears.map((year) => ({ year: year.toString() })) }),
    lines: cases.map(({ line, year }) => ({ line, year: year.toString() })),
  };
}

/** The contract lines of a component and year that a notice line pays for, or the Kreis beside it. */
function casesOf(
  { id, component, year }: NoticeLineDefinition,
  contracts: readonly ContractDefinition[],
): readonly { readonly line: string; readonly year: number; readonly isOwn: boolean }[] {
  return contracts
    .filter(({ forwardedBy, direction }) => forwardedBy === KREIS && direction === 'forwarding')
    .flatMap((contract) =>
      lineIdsOf(contract)
        .filter((line) => componentOf(contract, line) === component)
        .flatMap((line) => {
          const funding = fundingOfYear(contract, line, year);
          const isOwn = funding?.source === 'own-funds';
          const isOfNotice = funding?.source === 'notice-line' && funding.noticeLine === id;
          return isOwn || isOfNotice ? [{ line, year, isOwn }] : [];
        }),
    );
}

function componentOf({ versions }: ContractDefinition, line: string): string | undefined {
  return versions.flatMap(({ lines }) => lines).find(({ id }) => id === line)?.component;
}
