/** A route of the product with the parameters that it reads. */
export interface Route {
  readonly path: string;
  /** What it cannot do without: "year=2025". */
  readonly given?: string;
  readonly parameters: readonly string[];
  /** Whose page it is, if not the office's: a mail address. */
  readonly as?: string;
}

const AS_OF = ['jahr', 'stand', 'bekannt'];
const LIST_STATE = ['suche', 'sortierung', 'richtung', 'seite', 'format'];
const LEDGER = ['jahr', 'programm', 'partner', 'vertrag', 'bekannt'];
const SHARE = ['satz', 'vzae', 'von', 'bis', 'verfahren'];
const INTEREST = ['betrag', 'von', 'bis', 'grundlage', 'aufschlag', 'zinstage'];

export const PAGES: readonly Route[] = [
  { path: '/', parameters: AS_OF },
  { path: '/anmelden', parameters: ['weiter', 'fertig'] },
  { path: '/passwort-vergessen', parameters: [] },
  { path: '/passwort-vergessen/gesendet', parameters: [] },
  { path: '/bescheide', parameters: AS_OF },
  { path: '/bescheide', parameters: [...LIST_STATE, 'programm', 'rest'] },
  { path: '/bescheide/notice-kim-2-2025', parameters: AS_OF },
  { path: '/bescheide/notice-fit-in-deutsch-2025/zuruecknehmen', parameters: [] },
  { path: '/bescheide/notice-kim-3-2025-a1/weitergabe', parameters: [...AS_OF, 'seite', 'fertig'] },
  {
    path: '/bescheide/notice-kim-3-2026/uebernahme',
    parameters: [...AS_OF, 'seite', 'fertig'],
  },
  { path: '/partner', parameters: AS_OF },
  { path: '/partner/luenen', parameters: AS_OF },
  { path: '/uebernahme', parameters: AS_OF },
  { path: '/uebernahme/kim-2023', parameters: AS_OF },
  { path: '/uebernahme/kim-2023/zuruecknehmen', parameters: [] },
  { path: '/sitzung/fortgesetzt', parameters: [] },
  { path: '/entwuerfe', parameters: ['verworfen'] },
  { path: '/entwuerfe/offen', parameters: ['art', 'fuer'] },
  { path: '/vertraege', parameters: [...AS_OF, ...LIST_STATE, 'art', 'geltung'] },
  { path: '/zeilen', parameters: [...AS_OF, ...LIST_STATE, 'vertrag', 'bescheidzeile', 'bezahlt'] },
  { path: '/vertraege/kim-cities', parameters: [...AS_OF, 'fassung'] },
  { path: '/vertraege/kim-cities/vergleich', parameters: [...AS_OF, 'von', 'nach'] },
  { path: '/vertraege/kim-cities/kuendigung', parameters: ['partei', 'eingang'] },
  { path: '/vertraege/kim-cities/unterlagen', parameters: AS_OF },
  {
    path: '/vertraege/kim-cities/unterlagen/neu',
    parameters: ['art', 'titel', 'aktenzeichen', 'datum', 'an', 'uebergeben'],
  },
  { path: '/vertraege/kim-cities/zeilen/luenen-kim-2/anspruch/2025', parameters: AS_OF },
  { path: '/vertraege/kim-cities/zeilen/luenen-kim-2/anspruch/2025.pdf', parameters: AS_OF },
  { path: '/stellen', parameters: AS_OF },
  { path: '/stellen', parameters: [...LIST_STATE, 'partner', 'baustein'] },
  { path: '/besetzungen', parameters: AS_OF },
  { path: '/besetzungen', parameters: [...LIST_STATE, 'lauf', 'hinweis'] },
  { path: '/besetzungen/einfuegen', parameters: [] },
  { path: '/was-waere-wenn/entworfen', parameters: ['fassung'] },
  { path: '/was-waere-wenn', parameters: [...AS_OF, 'ab', 'von1', 'nach1', 'vzae1', 'von8'] },
  { path: '/stellen/bergkamen-k2-2', parameters: AS_OF },
  { path: '/stellen/bergkamen-k2-2/anspruch/2025', parameters: AS_OF },
  { path: '/besetzungen/bergkamen-k2-2-1/zuruecknehmen', parameters: [] },
  { path: '/stellen/bergkamen-k2-2/anspruch/2025.pdf', parameters: AS_OF },
  { path: '/ansprueche', parameters: AS_OF },
  { path: '/ansprueche', parameters: [...LIST_STATE, 'partner', 'baustein'] },
  { path: '/buch/gegenzeichnen', parameters: [] },
  { path: '/verwaltung/vertretungen', parameters: [] },
  { path: '/konto/hinweise', parameters: ['weiter'] },
  {
    path: '/buch',
    parameters: [...LEDGER, 'suche', 'konto', 'art', 'von', 'bis', 'nach', 'format'],
  },
  { path: '/buch', parameters: ['grundlage', 'baustein', 'forderung', 'bescheidzeile', 'zeile'] },
  { path: '/buch/von-hand', parameters: [] },
  {
    path: '/protokoll',
    parameters: ['suche', 'person', 'handlung', 'art', 'objekt', 'vorgang', 'von', 'bis'],
  },
  { path: '/protokoll', parameters: ['nach', 'format', 'namen'] },
  { path: '/ausnahmen', parameters: ['jahr', 'format', 'namen'] },
  { path: '/konten', parameters: [...LEDGER, 'stand'] },
  { path: '/konten/advances', parameters: [...LEDGER, 'stand', 'von', 'nach', 'zeile'] },
  { path: '/konten/cash/sachkonto', parameters: ['sachkonto', 'grund'] },
  { path: '/abschluesse', parameters: [] },
  { path: '/abschluesse/abschliessen', parameters: ['monat', 'grund', 'sicher'] },
  { path: '/rechte', parameters: [] },
  { path: '/konto', parameters: ['fertig'] },
  { path: '/konto/passwort', parameters: [] },
  { path: '/konto/zweiter-faktor', parameters: [] },
  { path: '/zugangsschluessel', parameters: [] },
  {
    path: '/verwaltung',
    parameters: ['suche', 'rolle', 'organisation', 'konto', 'seite'],
    as: 'verwaltung-1@kreis-unna.example',
  },
  {
    path: '/verwaltung/einladen',
    parameters: ['name', 'rollen'],
    as: 'verwaltung-1@kreis-unna.example',
  },
  { path: '/zugangsschluessel/neu', parameters: ['bis'], as: 'verwaltung-1@kreis-unna.example' },
  { path: '/kolleginnen', parameters: [], as: 'leitung@luenen.example' },
  { path: '/kolleginnen/einladen', parameters: ['mail'], as: 'leitung@luenen.example' },
  { path: '/rechner/anteil', parameters: SHARE },
  { path: '/rechner/frist', parameters: ['datum', 'art'] },
  { path: '/rechner/zins', parameters: INTEREST },
  { path: '/rechner/aufteilung', parameters: ['summe', 'gewichte'] },
];

const BOOK = ['on', 'knownAt'];
const LIST = [...BOOK, 'after', 'limit', 'q', 'sort'];

export const QUESTIONS: readonly Route[] = [
  { path: '/api/v1/notices', parameters: [...LIST, 'year', 'programme'] },
  { path: '/api/v1/notices/notice-kim-2-2025', parameters: BOOK },
  { path: '/api/v1/partners', parameters: [...LIST, 'sector'] },
  { path: '/api/v1/partners/luenen', parameters: BOOK },
  { path: '/api/v1/take-overs', parameters: [...LIST, 'programme'] },
  { path: '/api/v1/take-overs/kim-2023', parameters: BOOK },
  { path: '/api/v1/contracts', parameters: [...LIST, 'partner', 'programme'] },
  { path: '/api/v1/contracts/kim-cities', parameters: BOOK },
  { path: '/api/v1/contracts/kim-cities/lines', given: 'year=2025', parameters: [...BOOK, 'year'] },
  {
    path: '/api/v1/contracts/kim-cities/differences',
    given: 'before=1&after=2',
    parameters: [...BOOK, 'before', 'after'],
  },
  {
    path: '/api/v1/positions',
    given: 'year=2025',
    parameters: [...LIST, 'year', 'component', 'employer', 'line'],
  },
  {
    path: '/api/v1/positions/bergkamen-k2-2',
    given: 'year=2025',
    parameters: [...BOOK, 'year'],
  },
  {
    path: '/api/v1/entitlements',
    given: 'year=2025',
    parameters: [...LIST, 'year', 'partner', 'component', 'contract', 'line', 'position'],
  },
  {
    path: '/api/v1/lines',
    given: 'year=2025',
    parameters: [...LIST, 'year', 'partner', 'component', 'contract', 'funding', 'noticeLine'],
  },
  { path: '/api/v1/overview', given: 'year=2025', parameters: [...BOOK, 'year'] },
];

/** Paths in which a name is what somebody made up. */
export function pathsNaming(name: string): readonly string[] {
  return [
    `/${name}`,
    `/assets/${name}`,
    `/bescheide/${name}`,
    `/bescheide/${name}/zuruecknehmen`,
    `/bescheide/${name}/weitergabe`,
    `/bescheide/${name}/uebernahme`,
    `/buch/${name}`,
    `/buch/${name}/storno`,
    `/konten/${name}`,
    `/konten/${name}/sachkonto`,
    `/abschluesse/${name}`,
    `/abschluesse/${name}/siegel.json`,
    `/abschluesse/${name}/monatsabschluss.pdf`,
    `/uebernahme/${name}`,
    `/partner/${name}`,
    `/entwuerfe/${name}`,
    `/entwuerfe/${name}/name`,
    `/entwuerfe/${name}/pruefen`,
    `/entwuerfe/${name}/abgleich`,
    `/entwuerfe/${name}/verwerfen`,
    `/entwuerfe/${name}/fertig`,
    `/vertraege/${name}`,
    `/vertraege/${name}/vergleich`,
    `/vertraege/${name}/kuendigung`,
    `/vertraege/${name}/unterlagen`,
    `/vertraege/kim-cities/unterlagen/${name}/datei`,
    `/vertraege/kim-cities/fassungen/${name}/versenden`,
    `/vertraege/${name}/zeilen/luenen-kim-2/anspruch/2025`,
    `/vertraege/kim-cities/zeilen/${name}/anspruch/2025.pdf`,
    `/vertraege/kim-cities/zeilen/luenen-kim-2/anspruch/${name}`,
    `/besetzungen/einfuegen/fertig/${name}`,
    `/stellen/${name}`,
    `/stellen/${name}/zuruecknehmen`,
    `/besetzungen/${name}/zuruecknehmen`,
    `/stellen/${name}/anspruch/2025`,
    `/stellen/bergkamen-k2-2/anspruch/${name}`,
    `/stellen/bergkamen-k2-2/anspruch/${name}.pdf`,
    `/api/${name}`,
    `/api/v1/${name}`,
    `/api/v1/notices/${name}`,
    `/api/v1/partners/${name}`,
    `/api/v1/take-overs/${name}`,
    `/api/v1/contracts/${name}`,
    `/api/v1/contracts/${name}/lines?year=2025`,
    `/api/v1/contracts/${name}/differences?before=1&after=2`,
    `/api/v1/positions/${name}?year=2025`,
  ];
}
