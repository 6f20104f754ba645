import type { Cents } from '../../domain/money/cents.js';
import { cents } from '../../domain/money/cents.js';
import { formatFte } from '../../domain/proration/fte.js';
import type {
  ComponentFigures,
  Overview,
  PartnerFigures,
} from '../../positions/overview.queries.js';
import { FlowStations, type Station } from './flow-stations.js';

/** A component below this part of all that was granted, of which nothing goes on, is not drawn alone. */
const SMALL_PART = 20n;
/** Partners that are drawn by name; the others stand together by their kind. */
const NAMED_PARTNERS = 6;
/** A partner below this part of all that goes on is not drawn by name. */
const SMALL_PARTNER_PART = 25n;

const OWN_FUNDS = 'own-funds';
const UNFORWARDED = 'component:others';
const KREIS = 'kreis';

/**
 * The way of the money in a picture that can be read at a glance: components with what they bring,
 * recipients by name or by kind, and what it pays for. Each single step stands in the table.
 */
export function flowSummary(overview: Overview, officeName: string): FlowStations {
  const draft = new FlowStations();
  const named = namedPartners(overview);
  const sourceOf = sources(draft, overview);
  for (const component of overview.components) {
    const source = sourceOf(component);
    for (const partner of component.partners) {
      addPartner(draft, { component, partner, source, isNamed: named.has(partner.partner) });
    }
    addKept(draft, component, source, officeName);
  }
  return draft;
}

/** Where a component's money comes into the picture; small ones that stay here come together. */
function sources(
  draft: FlowStations,
  { components, granted }: Overview,
): (component: ComponentFigures) => string {
  const isSmall = (component: ComponentFigures): boolean =>
    component.forwarded.cents === 0n && component.granted.cents * SMALL_PART < granted.cents;
  const small = components.filter(isSmall);
  return (component) =>
    small.length > 1 && isSmall(component)
      ? draft.add(UNFORWARDED, 0, `Ohne Weiterleitung (${small.length})`)
      : draft.add(`component:${component.component}`, 0, component.shortName);
}

function namedPartners({ components }: Overview): ReadonlySet<string> {
  const sums = new Map<string, bigint>();
  let total = 0n;
  for (const partner of components.flatMap(({ partners }) => partners)) {
    const sum = sumOf(partner);
    sums.set(partner.partner, (sums.get(partner.partner) ?? 0n) + sum);
    total += sum;
  }
  const large = [...sums]
    .filter(([, sum]) => sum * SMALL_PARTNER_PART >= total)
    .toSorted(([, a], [, b]) => (a < b ? 1 : a > b ? -1 : 0));
  return new Set(large.slice(0, NAMED_PARTNERS).map(([partner]) => partner));
}

function sumOf({ forwarded, ownFundsCents }: PartnerFigures): Cents {
  return cents(forwarded.cents + ownFundsCents);
}

const SECTORS = {
  municipality: { together: 'weitere Kommunen', posts: 'Kommunen' },
  welfare: { together: 'weitere Verbände', posts: 'Verbände' },
  association: { together: 'Vereine', posts: 'Vereine' },
} as const;

function addPartner(
  draft: FlowStations,
  {
    component,
    partner,
    source,
    isNamed,
  }: {
    readonly component: ComponentFigures;
    readonly partner: PartnerFigures;
    readonly source: string;
    readonly isNamed: boolean;
  },
): void {
  const words = SECTORS[partner.sector];
  const recipient = isNamed
    ? draft.add(`partner:${partner.partner}`, 1, partner.shortName)
    : draft.add(`sector:${partner.sector}`, 1, words.together);
  draft.band(source, recipient, partner.forwarded.cents);
  const own = isNamed && partner.sector === 'municipality';
  const holder = own ? partner.partner : partner.sector;
  const use = { component: component.component };
  const purpose =
    partner.forwarded.fte === 0
      ? draft.add(`use:measures:${component.component}`, 2, `Maßnahmen ${component.shortName}`, use)
      : draft.add(
          `use:posts:${component.component}:${holder}`,
          2,
          `${component.shortName}, ${own ? partner.shortName : words.posts}`,
          { ...use, share: partner.forwarded.fte },
        );
  draft.band(recipient, purpose, partner.forwarded.cents);
  if (partner.ownFundsCents === 0n) return;
  draft.band(draft.add(OWN_FUNDS, 0, 'Eigene Mittel'), recipient, partner.ownFundsCents);
  const extra = draft.add(
    `use:extra:${component.component}`,
    2,
    `Zusatz zu ${component.shortName}`,
  );
  draft.band(recipient, extra, partner.ownFundsCents);
}

function addKept(
  draft: FlowStations,
  { kept, remainder }: ComponentFigures,
  source: string,
  officeName: string,
): void {
  draft.add(KREIS, 1, officeName);
  draft.band(source, KREIS, cents(kept.cents + (remainder.cents > 0n ? remainder.cents : 0n)));
  draft.band(KREIS, draft.add('own-posts', 2, 'Eigene Stellen', { share: kept.fte }), kept.cents);
  draft.band(KREIS, draft.add('own-material', 2, 'Sachmittel, Maßnahmen'), remainder.cents);
}

/** "5,0 VzÄ KIM II, Lünen": what people ask first stands first. */
export function stationName({ name, fte: share }: Station): string {
  return share === 0 ? name : `${formatFte(share)} VzÄ ${name}`;
}
