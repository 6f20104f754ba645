import type { ExampleNote } from './basics.definition.js';

export const PARTNER_SECTORS = ['municipality', 'welfare', 'association'] as const;
export type PartnerSector = (typeof PARTNER_SECTORS)[number];

/** "Weiterleitungsempfänger": a city, a welfare provider or an association. */
export interface PartnerDefinition {
  readonly id: string;
  readonly name: string;
  /** For charts and tables: "Lünen". */
  readonly shortName: string;
  readonly sector: PartnerSector;
  readonly otherNames: readonly string[];
  readonly address: {
    readonly street: string;
    readonly houseNumber: string;
    readonly postcode: string;
    readonly city: string;
  };
  readonly bankAccount: { readonly holder: string; readonly iban: string };
  readonly note?: string;
  readonly example?: ExampleNote;
}

export interface PartnersDefinition {
  readonly kind: 'partners';
  readonly partners: readonly PartnerDefinition[];
}
