import { PARTNER_SECTORS, type PartnerDefinition, type PartnersDefinition } from '../definition.js';
import { list, optionalList, record } from '../record.js';
import { choice, id, scalar, text } from '../scalars.js';

/** Letters become numbers from A = 10, the first four signs go to the end: the rest by 97 is 1. */
function isIban(written: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(written)) return false;
  const moved = written.slice(4) + written.slice(0, 4);
  const digits = moved.replaceAll(/[A-Z]/g, (letter) => (letter.charCodeAt(0) - 55).toString());
  return BigInt(digits) % 97n === 1n;
}

const iban = scalar('eine IBAN mit richtiger Prüfziffer', (written) => {
  const packed = written.replaceAll(' ', '');
  return isIban(packed) ? packed : undefined;
});

/** A Weiterleitungsempfänger by itself. */
export const partnerSchema = record<PartnerDefinition>({
  id: id(),
  name: text(),
  shortName: text(),
  sector: choice(PARTNER_SECTORS),
  otherNames: optionalList(text()),
  address: record<PartnerDefinition['address']>({
    street: text(),
    houseNumber: text(),
    postcode: scalar('eine Postleitzahl mit fünf Ziffern', (written) =>
      /^\d{5}$/.test(written) ? written : undefined,
    ),
    city: text(),
  }),
  bankAccount: record<PartnerDefinition['bankAccount']>({ holder: text(), iban }),
  note: text().optional(),
  example: text().optional(),
});

/** `kind: partners`: the Weiterleitungsempfänger. */
export const partnersSchema = record<PartnersDefinition>({
  kind: choice(['partners']),
  partners: list(partnerSchema, 1),
});
