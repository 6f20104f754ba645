import type { GlossaryEntry } from './glossary.js';

/** The short forms that stand on the pages; law is cited the way German offices cite it. */
export const ABBREVIATIONS: readonly GlossaryEntry[] = [
  ['abh', 'ABH, EBH', 'Ausländerbehörde, Einbürgerungsbehörde.'],
  [
    'anbest',
    'ANBest-G, ANBest-P',
    'Allgemeine Nebenbestimmungen für Zuwendungen zur Projektförderung: -G an Gemeinden und Gemeindeverbände, -P an alle anderen.',
  ],
  ['bgb', 'BGB, BGH', 'Bürgerliches Gesetzbuch, Bundesgerichtshof.'],
  ['hhg', 'HHG NRW', 'Haushaltsgesetz des Landes Nordrhein-Westfalen.'],
  ['ki', 'KI', 'Kommunales Integrationszentrum.'],
  ['kim', 'KIM', 'Kommunales Integrationsmanagement, ein Förderprogramm des Landes.'],
  [
    'komm-an',
    'KOMM-AN NRW',
    'Förderprogramm des Landes für das Ankommen vor Ort und das Ehrenamt.',
  ],
  ['lho', 'LHO NRW', 'Landeshaushaltsordnung; § 44 regelt Zuwendungen.'],
  ['tintg', 'TIntG', 'Teilhabe- und Integrationsgesetz Nordrhein-Westfalen.'],
  ['tvoed', 'TVöD', 'Tarifvertrag für den öffentlichen Dienst.'],
  ['vn', 'VN', 'Verwendungsnachweis.'],
  ['vv', 'VV', 'Verwaltungsvorschriften; hier die zu § 44 LHO.'],
  ['vwvfg', 'VwVfG NRW', 'Verwaltungsverfahrensgesetz für das Land Nordrhein-Westfalen.'],
].map(([id = '', term = '', meaning = '']) => ({ id, term, meaning }));
