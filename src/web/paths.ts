/** The addresses of all pages, German, in one place. Templates and tests use nothing else. */
export const paths = {
  overview: '/',
  notices: '/bescheide',
  notice: (id: string) => `/bescheide/${encodeURIComponent(id)}`,
  noticeWithdrawal: (id: string) => `/bescheide/${encodeURIComponent(id)}/zuruecknehmen`,
  flowDown: (id: string) => `/bescheide/${encodeURIComponent(id)}/weitergabe`,
  contracts: '/vertraege',
  contract: (id: string) => `/vertraege/${encodeURIComponent(id)}`,
  contractComparison: (id: string, from: number, to: number) =>
    `/vertraege/${encodeURIComponent(id)}/vergleich?von=${from}&nach=${to}`,
  positions: '/stellen',
  position: (id: string) => `/stellen/${encodeURIComponent(id)}`,
  calculationSheet: (positionId: string, year: number) =>
    `/stellen/${encodeURIComponent(positionId)}/anspruch/${year}`,
  lineSheet: (contractId: string, lineId: string, year: number) =>
    `/vertraege/${encodeURIComponent(contractId)}/zeilen/${encodeURIComponent(lineId)}/anspruch/${year}`,
  entitlements: '/ansprueche',
  calculators: '/rechner',
  shareCalculator: '/rechner/anteil',
  deadlineCalculator: '/rechner/frist',
  interestCalculator: '/rechner/zins',
  splitCalculator: '/rechner/aufteilung',
  apiDocs: '/api/docs',
  accessibility: '/barrierefreiheit',
  glossary: '/begriffe',
  privacy: '/datenschutz',
  imprint: '/impressum',
} as const;

/** Below this, answers are JSON and refusals problem documents. */
export const API_PREFIX = '/api/';

/** Where the built assets are served; each name carries a hash. */
export const ASSETS_PREFIX = '/assets/';

/** The pages as Nest wants them: without parameters filled in. */
export const routes = {
  notice: 'bescheide/:id',
  noticeWithdrawal: 'bescheide/:id/zuruecknehmen',
  flowDown: 'bescheide/:id/weitergabe',
  contract: 'vertraege/:id',
  contractComparison: 'vertraege/:id/vergleich',
  position: 'stellen/:id',
  calculationSheet: 'stellen/:id/anspruch/:jahr',
  calculationSheetPdf: 'stellen/:id/anspruch/:jahr.pdf',
  lineSheet: 'vertraege/:id/zeilen/:line/anspruch/:jahr',
  lineSheetPdf: 'vertraege/:id/zeilen/:line/anspruch/:jahr.pdf',
} as const;
