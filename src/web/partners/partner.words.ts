import type { PartnerSector } from '../../programmes/definitions/definition.js';

export const sectorNames: Readonly<Record<PartnerSector, string>> = {
  municipality: 'Kommune',
  welfare: 'Wohlfahrtsverband',
  association: 'Verein',
};
