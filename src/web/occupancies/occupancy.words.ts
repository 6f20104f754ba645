import { periodText } from '../messages/quantity-text.js';
import type { OccupancyHint, OccupancyRow, OccupancyState } from './occupancy-row.js';

/** The words of the list of occupancies. */

export const stateNames: Readonly<Record<OccupancyState, string>> = {
  running: 'besetzt am Stichtag',
  ended: 'vor dem Stichtag beendet',
  later: 'beginnt nach dem Stichtag',
};

/** By what the filter calls them. */
export const hintNames: Readonly<Record<string, string>> = {
  gap: 'Lücke davor oder danach',
  overlap: 'Überschneidung',
  'small-post': 'Stelle unter 0,5 VzÄ',
  'person-overcharged': 'Person über 1,0 VzÄ',
  none: 'ohne Hinweis',
};

export const kindNames: Readonly<Record<string, string>> = {
  occupancy: 'Besetzung',
  cover: 'Vertretung oder Übergabe',
};

export const hintGroups: Readonly<Record<OccupancyHint['kind'], string>> = {
  'gap-before': 'gap',
  'gap-after': 'gap',
  overlap: 'overlap',
  'small-post': 'small-post',
  'person-overcharged': 'person-overcharged',
};

export function kindOf({ cover }: OccupancyRow['occupancy']): string {
  return cover ? 'cover' : 'occupancy';
}

/** "01.03.2025 – 31.08.2025 (Elternzeit)" */
export function unpaidText({ occupancy }: OccupancyRow): string {
  return occupancy.unpaid
    .map(({ period, reason }) => `${periodText(period)} (${reason})`)
    .join('; ');
}

export function hintText(hint: OccupancyHint): string {
  switch (hint.kind) {
    case 'gap-before':
      return `Lücke davor: ${periodText(hint.period)}`;
    case 'gap-after':
      return `Lücke danach: ${periodText(hint.period)}`;
    case 'overlap':
      return `Überschneidung mit ${hint.with}`;
    case 'small-post':
    case 'person-overcharged':
      return hintNames[hint.kind] ?? '';
  }
}
