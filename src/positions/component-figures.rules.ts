import { cents, sumCents } from '../domain/money/cents.js';
import { groupBy } from '../platform/database/recorded.js';
import type { PartnerSector } from '../programmes/definitions/definition.js';
import type { LineEntitlement, PostEntitlement } from './entitlement.types.js';
import {
  lessFigure,
  NOTHING,
  sumFigures,
  type ForwardedLine,
  type KeptPost,
  type YearGrant,
} from './overview.rules.js';
import type { ComponentFigures, Figure, PartnerFigures } from './overview.types.js';

/** Names of a component, for people. */
export interface ComponentNames {
  readonly name: string;
  readonly shortName: string;
  readonly programme: string;
  readonly programmeName: string;
}

/** What a year holds, before it is put together by component. */
export interface YearFigures {
  readonly grants: readonly YearGrant[];
  readonly forwarded: readonly ForwardedLine[];
  readonly kept: readonly KeptPost[];
  /** By line id. */
  readonly entitlements: ReadonlyMap<string, LineEntitlement>;
  readonly ownEntitlements: readonly PostEntitlement[];
}

/** The components of a year that have a grant or a line, in the order of `namesOf`. */
export function componentFigures(
  figures: YearFigures,
  names: ReadonlyMap<string, ComponentNames>,
): readonly ComponentFigures[] {
  const grants = groupBy(figures.grants, ({ granted }) => granted.line.component);
  const lines = groupBy(figures.forwarded, ({ component }) => component);
  const posts = groupBy(figures.kept, ({ position }) => position.component);
  const own = groupBy(figures.ownEntitlements, ({ component }) => component);
  return [...names].flatMap(([component, name]) => {
    const granted = grants.get(component) ?? [];
    const forwarded = lines.get(component) ?? [];
    if (granted.length === 0 && forwarded.length === 0) return [];
    const kept = sumFigures((posts.get(component) ?? []).map(({ figure }) => figure));
    const ownEntitled = (own.get(component) ?? []).map(({ amountCents }) => amountCents);
    return [
      {
        component,
        ...name,
        noticeLines: granted.map((grant) => grant.granted.line.id),
        ...sums(granted, forwarded, kept),
        kept,
        ...entitled(forwarded, figures.entitlements),
        ownEntitledCents: sumCents(ownEntitled),
        partners: partnerFigures(forwarded, figures.entitlements),
      },
    ];
  });
}

function isOwnFunds({ funding }: ForwardedLine): boolean {
  return funding.source === 'own-funds';
}

function sums(
  grants: readonly YearGrant[],
  lines: readonly ForwardedLine[],
  kept: Figure,
): Pick<ComponentFigures, 'granted' | 'forwarded' | 'bySector' | 'remainder' | 'ownFundsCents'> {
  const granted = sumFigures(grants.map(({ figure }) => figure));
  const ofNotices = lines.filter((line) => !isOwnFunds(line));
  const forwarded = sumFigures(ofNotices.map(({ figure }) => figure));
  const ofSector = (sector: PartnerSector): Figure =>
    sumFigures(ofNotices.filter(({ partner }) => partner.sector === sector).map((l) => l.figure));
  return {
    granted,
    forwarded,
    bySector: {
      municipality: ofSector('municipality'),
      welfare: ofSector('welfare'),
      association: ofSector('association'),
    },
    remainder: lessFigure(granted, forwarded, kept),
    ownFundsCents: sumCents(lines.filter(isOwnFunds).map(({ figure }) => figure.cents)),
  };
}

function entitled(
  lines: readonly ForwardedLine[],
  entitlements: ReadonlyMap<string, LineEntitlement>,
) {
  const amounts = lines.map(({ lineId }) => entitlements.get(lineId)?.amountCents ?? cents(0n));
  return { entitledCents: sumCents(amounts) };
}

function partnerFigures(
  lines: readonly ForwardedLine[],
  entitlements: ReadonlyMap<string, LineEntitlement>,
): readonly PartnerFigures[] {
  const byPartner = groupBy(lines, ({ partner }) => partner.id);
  return [...byPartner.values()].flatMap((own) => {
    const partner = own[0]?.partner;
    if (partner === undefined) return [];
    const ofNotices = own.filter((line) => !isOwnFunds(line));
    const ownFunds = own.filter(isOwnFunds).map(({ figure }) => figure.cents);
    return [
      {
        partner: partner.id,
        name: partner.name,
        shortName: partner.shortName,
        sector: partner.sector,
        forwarded: ofNotices.length === 0 ? NOTHING : sumFigures(ofNotices.map((l) => l.figure)),
        ownFundsCents: sumCents(ownFunds),
        ...entitled(own, entitlements),
      },
    ];
  });
}
