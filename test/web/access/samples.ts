/** What the named parts of an address are, on an object of the partner who asks or of another one. */
export interface Sample {
  readonly own: Parameters;
  readonly foreign: Parameters;
  /** What the route cannot do without: "year=2025". */
  readonly query?: string;
}

type Parameters = Readonly<Record<string, string>>;

/** The partner whose people try the table: a city with lines, posts and towns below it. */
export const PARTNER = 'luenen';

/** The longest beginning that fits gives the parts of an address. */
const PARTS: readonly (readonly [string, Parameters, Parameters?])[] = [
  ['/bescheide/:id', { id: 'notice-kim-2-2025' }],
  ['/vertraege/:id', { id: 'kim-cities' }, { id: 'kim-awo' }],
  [
    '/vertraege/:id/zeilen/:line',
    { id: 'kim-cities', line: 'luenen-kim-2', jahr: '2025' },
    { id: 'kim-cities', line: 'bergkamen-kim-2', jahr: '2025' },
  ],
  ['/vertraege/:id/fassungen/:nr/:schritt', { id: 'kim-cities', nr: '3', schritt: 'unterschrift' }],
  ['/stellen/:id', { id: 'luenen-k2-1', jahr: '2025' }, { id: 'bergkamen-k2-1', jahr: '2025' }],
  ['/besetzungen/:id', { id: 'luenen-k2-1-2' }, { id: 'bergkamen-k2-1-1' }],
  ['/partner/:id', { id: 'luenen' }, { id: 'bergkamen' }],
  ['/besetzungen/einfuegen/fertig/:id', { id: 'nothing' }],
  ['/eingaben/:id', { id: 'nothing' }],
  ['/uebernahme/:id', { id: 'kim-2023' }],
  ['/konto/zweiter-faktor/:schritt', { schritt: 'codes' }],
  ['/konten/:konto', { konto: 'advances' }],
  ['/einladung/:geheimnis', { geheimnis: 'used-up' }],
  ['/passwort/:geheimnis', { geheimnis: 'used-up' }],
  ['/verwaltung/vertretungen/:id', { id: 'nothing' }],
  ['/verwaltung/notzugang/:id', { id: 'nothing' }],
  ['/verwaltung/aenderungen/:id', { id: 'nothing' }],
  ['/api/v1/contracts/:id', { id: 'kim-cities', number: '3' }, { id: 'kim-awo', number: '2' }],
  ['/api/v1/notices/:id', { id: 'notice-kim-2-2025' }],
  ['/api/v1/partners/:id', { id: 'luenen' }, { id: 'bergkamen' }],
  ['/api/v1/positions/:id', { id: 'luenen-k2-1' }, { id: 'bergkamen-k2-1' }],
  ['/api/v1/occupancies/:id', { id: 'luenen-k2-1-2' }, { id: 'bergkamen-k2-1-1' }],
  ['/api/v1/take-overs/:id', { id: 'kim-2023' }],
  ['/api/v1/ledger/accounts/:key', { key: 'advances' }],
  ['/api/v1/ledger/periods/:period', { period: '2026-02' }],
];

/**
 * What the example book has not: no directory of the office, nothing has amended a notice in it, no paste was entered, no draft was
 * overtaken. Whoever may ask is told so; that counts as let in.
 */
export const ABSENT: ReadonlySet<string> = new Set([
  '/bescheide/:id/weitergabe',
  '/bescheide/:id/uebernahme',
  '/api/v1/notices/:id/change',
  '/api/v1/notices/:id/flow-down',
  '/api/v1/notices/:id/follow-on',
  '/api/v1/notices/:id/amendments',
  '/api/v1/contracts/:id/documents/:document/file',
  '/vertraege/:id/unterlagen/:unterlage/datei',
  '/besetzungen/einfuegen/fertig/:id',
  '/konto/zweiter-faktor/:schritt',
  '/verwaltung/vertretungen/:id/bestaetigen',
  '/verwaltung/vertretungen/:id/beenden',
  '/verwaltung/aenderungen/:id',
  '/verwaltung/aenderungen/:id/bestaetigen',
  '/verwaltung/aenderungen/:id/ablehnen',
  '/verwaltung/notzugang/:id/zustimmen',
  '/verwaltung/notzugang/:id/beenden',
  '/einladung/:geheimnis',
  '/passwort/:geheimnis',
  '/eingaben/:id',
  '/entwuerfe/:id/abgleich',
  '/was-waere-wenn/entworfen',
  '/anmelden/verzeichnis',
  '/anmelden/verzeichnis/antwort',
]);

/** Bodies without which a route would not even know what it is asked about. */
export const BODIES: Readonly<Record<string, string>> = {
  '/entwuerfe': 'art=besetzung',
};

const QUERIES: Readonly<Record<string, string>> = {
  '/api/v1/contracts/:id/lines': 'year=2025',
  '/api/v1/contracts/:id/differences': 'before=1&after=2',
  '/api/v1/lines': 'year=2025',
  '/api/v1/positions': 'year=2025',
  '/api/v1/positions/:id': 'year=2025',
  '/api/v1/entitlements': 'year=2025',
  '/api/v1/overview': 'year=2025',
};

/** Objects that the example book does not have from the start. */
export interface Made {
  readonly asset: string;
  readonly entry: string;
  readonly key: string;
  readonly colleague: string;
  readonly stranger: string;
  /** A draft that whoever asks may go on with, and the step that it stands at. */
  readonly ownDraft: Parameters;
  readonly foreignDraft: Parameters;
  readonly document: string;
}

/**
 * The parts of the address of a route.
 * @throws Error if a named part has no sample: a new route needs one here
 */
export function sampleOf(path: string, made: Made): Sample {
  const more: readonly (readonly [string, Parameters, Parameters?])[] = [
    ['/assets/*', { '*': made.asset }],
    ['/verwaltung/personen/:id', { id: made.colleague, schritt: 'link' }],
    ['/kolleginnen/:id', ...colleagues(made)],
    ['/zugangsschluessel/:id', { id: made.key }],
    ['/buch/:id', { id: made.entry }],
    ['/api/v1/ledger/entries/:id', { id: made.entry }],
    ['/abschluesse/:monat', { monat: '2026-01' }],
    ['/entwuerfe/:id', made.ownDraft, made.foreignDraft],
    ['/vertraege/:id/unterlagen/:unterlage', ...papers(made, 'unterlage')],
    ['/api/v1/contracts/:id/documents/:document', ...papers(made, 'document')],
  ];
  const found = [...PARTS, ...more]
    .filter(([beginning]) => path === beginning || path.startsWith(`${beginning}/`))
    .toSorted(([a], [b]) => a.length - b.length)
    .at(-1);
  const [, own = {}, foreign = own] = found ?? [];
  const query = QUERIES[path];
  return { own, foreign, ...(query !== undefined && { query }) };
}

function papers({ document }: Made, name: string): readonly [Parameters, Parameters] {
  return [
    { id: 'kim-cities', [name]: document },
    { id: 'kim-awo', [name]: document },
  ];
}

function colleagues({ colleague, stranger }: Made): readonly [Parameters, Parameters] {
  return [
    { id: colleague, schritt: 'link' },
    { id: stranger, schritt: 'link' },
  ];
}

/** @throws Error if a named part has no sample: a new route needs one in this file */
export function addressOf(path: string, parameters: Parameters, query = ''): string {
  const address = path.replaceAll(/:(\w+)|\*/g, (part, name: string | undefined) => {
    const value = parameters[name ?? part];
    if (value === undefined) throw new Error(`no sample for ${part} of ${path}`);
    return value;
  });
  return query === '' ? address : `${address}?${query}`;
}
