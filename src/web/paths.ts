/** The addresses of all pages, German, in one place. Templates and tests use nothing else. */
export const paths = {
  overview: '/',
  notices: '/bescheide',
  notice: (id: string) => `/bescheide/${encodeURIComponent(id)}`,
  noticeWithdrawal: (id: string) => `/bescheide/${encodeURIComponent(id)}/zuruecknehmen`,
  flowDown: (id: string) => `/bescheide/${encodeURIComponent(id)}/weitergabe`,
  followOn: (id: string) => `/bescheide/${encodeURIComponent(id)}/uebernahme`,
  contracts: '/vertraege',
  contract: (id: string) => `/vertraege/${encodeURIComponent(id)}`,
  contractComparison: (id: string, from: number, to: number) =>
    `/vertraege/${encodeURIComponent(id)}/vergleich?von=${from}&nach=${to}`,
  versionStep: (contract: string, version: number, step: string) =>
    `/vertraege/${encodeURIComponent(contract)}/fassungen/${version}/${step}`,
  termination: (contract: string) => `/vertraege/${encodeURIComponent(contract)}/kuendigung`,
  terminationWithdrawal: (contract: string) =>
    `/vertraege/${encodeURIComponent(contract)}/kuendigung/zuruecknehmen`,
  documents: (contract: string) => `/vertraege/${encodeURIComponent(contract)}/unterlagen`,
  documentFiling: (contract: string) => `/vertraege/${encodeURIComponent(contract)}/unterlagen/neu`,
  documentFile: (contract: string, id: string) =>
    `/vertraege/${encodeURIComponent(contract)}/unterlagen/${encodeURIComponent(id)}/datei`,
  documentHandOver: (contract: string, id: string) =>
    `/vertraege/${encodeURIComponent(contract)}/unterlagen/${encodeURIComponent(id)}/uebergabe`,
  positions: '/stellen',
  position: (id: string) => `/stellen/${encodeURIComponent(id)}`,
  positionWithdrawal: (id: string) => `/stellen/${encodeURIComponent(id)}/zuruecknehmen`,
  calculationSheet: (positionId: string, year: number) =>
    `/stellen/${encodeURIComponent(positionId)}/anspruch/${year}`,
  lineSheet: (contractId: string, lineId: string, year: number) =>
    `/vertraege/${encodeURIComponent(contractId)}/zeilen/${encodeURIComponent(lineId)}/anspruch/${year}`,
  lines: '/zeilen',
  occupancies: '/besetzungen',
  occupancyPaste: '/besetzungen/einfuegen',
  occupancyPasteEntry: '/besetzungen/einfuegen/eintragen',
  occupancyPasteTemplate: '/besetzungen/einfuegen/vorlage',
  occupancyPasteDone: (id: string) => `/besetzungen/einfuegen/fertig/${encodeURIComponent(id)}`,
  occupancyWithdrawal: (id: string) => `/besetzungen/${encodeURIComponent(id)}/zuruecknehmen`,
  entitlements: '/ansprueche',
  partners: '/partner',
  partner: (id: string) => `/partner/${encodeURIComponent(id)}`,
  drafts: '/entwuerfe',
  draft: (id: string) => `/entwuerfe/${id}`,
  draftStep: (id: string, step: string) => `/entwuerfe/${id}/${encodeURIComponent(step)}`,
  draftReview: (id: string) => `/entwuerfe/${id}/pruefen`,
  draftEntry: (id: string) => `/entwuerfe/${id}/eintragen`,
  draftComparison: (id: string) => `/entwuerfe/${id}/abgleich`,
  draftDiscard: (id: string) => `/entwuerfe/${id}/verwerfen`,
  draftDone: (id: string) => `/entwuerfe/${id}/fertig`,
  draftsOf: (kind: string, subject: string) =>
    `/entwuerfe/offen?${new URLSearchParams({ art: kind, fuer: subject }).toString()}`,
  takeOvers: '/uebernahme',
  takeOver: (id: string) => `/uebernahme/${encodeURIComponent(id)}`,
  entry: (id: string) => `/buch/${encodeURIComponent(id)}`,
  whatIf: '/was-waere-wenn',
  whatIfDrafted: '/was-waere-wenn/entworfen',
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
  followOn: 'bescheide/:id/uebernahme',
  contract: 'vertraege/:id',
  contractComparison: 'vertraege/:id/vergleich',
  versionStep: 'vertraege/:id/fassungen/:nr/:schritt',
  termination: 'vertraege/:id/kuendigung',
  terminationWithdrawal: 'vertraege/:id/kuendigung/zuruecknehmen',
  documents: 'vertraege/:id/unterlagen',
  documentFiling: 'vertraege/:id/unterlagen/neu',
  documentFile: 'vertraege/:id/unterlagen/:unterlage/datei',
  documentHandOver: 'vertraege/:id/unterlagen/:unterlage/uebergabe',
  position: 'stellen/:id',
  positionWithdrawal: 'stellen/:id/zuruecknehmen',
  occupancyWithdrawal: 'besetzungen/:id/zuruecknehmen',
  partner: 'partner/:id',
  occupancyPasteDone: 'besetzungen/einfuegen/fertig/:id',
  draft: 'entwuerfe/:id',
  draftStep: 'entwuerfe/:id/:step',
  draftReview: 'entwuerfe/:id/pruefen',
  draftEntry: 'entwuerfe/:id/eintragen',
  draftComparison: 'entwuerfe/:id/abgleich',
  draftDiscard: 'entwuerfe/:id/verwerfen',
  draftDone: 'entwuerfe/:id/fertig',
  draftsOf: 'entwuerfe/offen',
  takeOver: 'uebernahme/:id',
  calculationSheet: 'stellen/:id/anspruch/:jahr',
  calculationSheetPdf: 'stellen/:id/anspruch/:jahr.pdf',
  lineSheet: 'vertraege/:id/zeilen/:line/anspruch/:jahr',
  lineSheetPdf: 'vertraege/:id/zeilen/:line/anspruch/:jahr.pdf',
} as const;
