import { sumCents, type Cents } from '../../domain/money/cents.js';
import type { AccountKey } from '../../ledger/chart.js';
import type { Overview } from '../../positions/overview.queries.js';
import { moneyFlowSvg } from '../charts/money-flow.chart.js';
import type { FlowLink, FlowNode } from '../charts/money-flow.js';
import type { Hue } from '../charts/svg.js';
import type { ChartView } from '../components/parts.js';
import { cell, moneyCell, row, type RowView, type TableView } from '../components/table.js';
import { behindSum, type Posted } from '../ledger/money-standings.js';
import { paths } from '../paths.js';
import { colourLegend } from './colour-legend.js';
import { movements, STAGES, type Movement, type Stage } from './moved-flow.rules.js';

interface StageView {
  readonly name: string;
  readonly column: number;
  /** Whose postings are behind the sum. */
  readonly account: AccountKey;
}

const STAGE_VIEWS: Readonly<Record<Stage, StageView>> = {
  bound: { name: 'Vertraglich gebunden', column: 1, account: 'commitments' },
  kept: { name: 'Beim Kreis', column: 1, account: 'earmarked' },
  paid: { name: 'Ausgezahlt', column: 2, account: 'in-transit' },
  'in-transit': { name: 'Angeordnet, unterwegs', column: 2, account: 'in-transit' },
  open: { name: 'Noch nicht angeordnet', column: 2, account: 'commitments' },
  lapsed: { name: 'Verfallen', column: 2, account: 'commitments' },
  proven: { name: 'Nachgewiesen', column: 3, account: 'forwarded' },
  unproven: { name: 'Noch nachzuweisen', column: 3, account: 'advances' },
  claimed: { name: 'Zurückgefordert', column: 3, account: 'recovery-claims' },
};

const OWN = 'own';
const OTHERS = 'others';

/** What brings money into the year, and where that money stands. */
interface Source {
  readonly id: string;
  readonly name: string;
  readonly moved: readonly Movement[];
  readonly hue: Hue;
  readonly href: string;
}

/**
 * "Was bewegt wurde": granted → bound → paid out → proven, each figure with its entries.
 * @param hues of components: `component:kim-2`
 */
export function movedFlow(
  overview: Overview,
  posted: Posted,
  hues: ReadonlyMap<string, Hue>,
): ChartView | undefined {
  const sources = sourcesOf(overview, posted, hues);
  if (sources.length === 0) return undefined;
  const title = `Was ${overview.year} bewegt wurde`;
  const links = sources.flatMap(({ id, hue, moved }) =>
    moved.map(({ from, to, cents }): FlowLink => ({
      source: from === 'source' ? id : from,
      ...{ target: to, cents, hue },
    })),
  );
  const total = (side: 'source' | 'target', id: string): Cents =>
    sumCents(links.filter((link) => link[side] === id).map(({ cents }) => cents));
  const nodes: readonly FlowNode[] = [
    ...sources.map(({ id, name, hue, href }) => {
      return { id, column: 0, name, cents: total('source', id), hue, href };
    }),
    ...STAGES.filter((stage) => total('target', stage) > 0n).map((stage): FlowNode => {
      const { name, column } = STAGE_VIEWS[stage];
      return {
        id: stage,
        column,
        name,
        cents: total('target', stage),
        hue: 0,
        href: hrefOf(stage, overview, posted),
      };
    }),
  ];
  const head = {
    id: 'geldbewegung',
    title,
    description:
      'Von links nach rechts: bewilligt, vertraglich gebunden, ausgezahlt, nachgewiesen. Die Breite ' +
      'eines Bandes entspricht dem Betrag. Jeder Betrag steht auch in der Tabelle darunter.',
  };
  const coloured = sources.filter(({ hue }) => hue !== 0);
  return {
    label: title,
    svg: moneyFlowSvg(head, { nodes, links }),
    legend: colourLegend(coloured, coloured.length < sources.length),
    table: movedTable(nodes, title),
  };
}

function hrefOf(stage: Stage, { year }: Overview, posted: Posted): string {
  const { account } = STAGE_VIEWS[stage];
  // What was settled before this book began stands in its take-over, not on the account.
  const inJournal = stage === 'proven' && posted.total.settledBeforeCents !== 0n;
  const path = inJournal ? paths.journal : paths.account(account);
  return behindSum(posted.scope, path, { jahr: year.toString() });
}

/** Components by size, then what stays with the Kreis altogether, then own funds. */
function sourcesOf(
  overview: Overview,
  posted: Posted,
  hues: ReadonlyMap<string, Hue>,
): readonly Source[] {
  const jahr = overview.year.toString();
  const address = (narrowed: Readonly<Record<string, string>>, account: AccountKey): string =>
    behindSum(posted.scope, paths.account(account), { jahr, ...narrowed });
  const standings = posted.by(({ component = '', noticeLine }) =>
    noticeLine === undefined ? OWN : component,
  );
  const names = new Map(overview.components.map((each) => [each.component, each.shortName]));
  const all = [...standings]
    .map(([id, sums]) => ({ id, sums, moved: movements(sums, { isOwn: id === OWN }) }))
    .filter(({ moved }) => moved.length > 0)
    .toSorted((a, b) => (broughtBy(a.moved) < broughtBy(b.moved) ? 1 : -1));
  const forwarding = all.filter(({ id, sums }) => id !== OWN && sums.committedCents > 0n);
  const kept = all.filter(({ id, sums }) => id !== OWN && sums.committedCents <= 0n);
  const own = all.filter(({ id }) => id === OWN);
  return [
    ...forwarding.map(({ id, moved }): Source => ({
      ...{ id: `component:${id}`, name: names.get(id) ?? id, moved },
      hue: hues.get(`component:${id}`) ?? 0,
      href: address({ baustein: id }, 'land-claims'),
    })),
    ...(kept.length === 0
      ? []
      : [
          {
            ...{ id: OTHERS, name: `Ohne Weiterleitung (${kept.length})`, hue: 0 as const },
            moved: kept.flatMap(({ moved }) => moved),
            href: address({}, 'land-claims'),
          },
        ]),
    ...own.map(({ moved }): Source => ({
      ...{ id: OWN, name: 'Eigene Mittel', moved, hue: 0 },
      href: address({}, 'commitments'),
    })),
  ];
}

function broughtBy(moved: readonly Movement[]): Cents {
  return sumCents(moved.filter(({ from }) => from === 'source').map(({ cents }) => cents));
}

const COLUMN_TITLES = ['Woher', 'Vertrag', 'Auszahlung', 'Nachweis'];

function movedTable(nodes: readonly FlowNode[], caption: string): TableView {
  return {
    id: 'geldbewegung-tabelle',
    caption: `${caption}, als Tabelle`,
    columns: [{ label: 'Stufe' }, { label: 'Betrag', numeric: true }],
    rows: COLUMN_TITLES.flatMap((title, column): readonly RowView[] => {
      const own = nodes.filter((node) => node.column === column);
      if (own.length === 0) return [];
      return [
        row([cell(title)], 'group'),
        ...own.map(({ name, cents, href = '' }) => row([cell(name), moneyCell(cents, { href })])),
      ];
    }),
    footer: [],
    phone: 'pairs',
  };
}
