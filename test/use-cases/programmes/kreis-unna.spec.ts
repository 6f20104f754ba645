import { formatEuro } from '../../../src/domain/money/amount-text.js';
import { cents } from '../../../src/domain/money/cents.js';
import { formatFte, fte } from '../../../src/domain/proration/fte.js';
import { entriesOf } from '../../../src/programmes/definitions/entries.js';
import { knownThings, type KnownLine } from '../../../src/programmes/definitions/known-things.js';
import { loadDefinitions } from '../../../src/programmes/definitions/load-definitions.js';
import { CONTRACTS } from './shipped.js';

const known = knownThings(entriesOf(loadDefinitions(CONTRACTS).files));
const sectorOf = new Map(known.partners.map(({ id, value }) => [id, value.sector]));

/** VzÄ and euros of lines that a notice line or own funds pay for in a year. */
const sums = (year: number, isMeant: (line: KnownLine) => boolean): string => {
  const lines = known.lines.filter(
    (line) =>
      line.value.funding.some(
        (funding) => funding.year === year && funding.source !== 'allocation-line',
      ) && isMeant(line),
  );
  const shares = lines.reduce((sum, { value }) => sum + value.fte, 0);
  const euros = lines.reduce((sum, { value }) => sum + value.ceilingCents, 0n);
  return `${formatFte(fte(shares))} VzÄ ${formatEuro(cents(euros))}`.replaceAll('\u00a0', ' ');
};

describe.each([2023, 2024, 2025])('the Kreis Unna book in %d', (year) => {
  const isOwnFunds = ({ value }: KnownLine) =>
    value.funding.some(({ source }) => source === 'own-funds');
  const inKim2 = (sector: string) => (line: KnownLine) =>
    line.value.component === 'kim-2' &&
    sectorOf.get(line.value.partner) === sector &&
    !isOwnFunds(line);

  it('grants 18.0 VzÄ and 1,026,000 € for KIM II', () => {
    const line = known.noticeLineById.get(`kim-2-${year}`)?.value;
    expect(line).toMatchObject({ fte: 180_000, amountCents: 102_600_000n });
  });

  it('forwards them to cities and welfare, and keeps the rest', () => {
    expect(sums(year, inKim2('municipality'))).toBe('9,0 VzÄ 513.000,00 €');
    expect(sums(year, inKim2('welfare'))).toBe('3,0 VzÄ 171.000,00 €');
    const kept = known.positions.filter(({ value }) =>
      value.own?.funding.some(({ noticeLine }) => noticeLine === `kim-2-${year}`),
    );
    expect(kept.reduce((sum, { value }) => sum + value.plannedFte, 0)).toBe(60_000);
  });

  it('pays the welfare overheads from own funds', () => {
    expect(sums(year, isOwnFunds)).toBe('0,0 VzÄ 17.000,00 €');
  });

  it('forwards KIM I to Lünen alone, and KOMM-AN II to towns and associations', () => {
    expect(sums(year, ({ value }) => value.component === 'kim-1')).toBe('1,0 VzÄ 66.700,00 €');
    const inKommAn = (sector: string) => (line: KnownLine) =>
      line.value.component === 'komm-an-2' && sectorOf.get(line.value.partner) === sector;
    expect(sums(year, inKommAn('municipality'))).toBe('0,0 VzÄ 122.400,00 €');
    expect(sums(year, inKommAn('association'))).toBe('0,0 VzÄ 31.000,00 €');
  });

  it.each([
    ['kim-1', '5,0 VzÄ 367.500,00 €'],
    ['kim-3', '3,0 VzÄ 150.000,00 €'],
    ['komm-an-1', '1,5 VzÄ 100.500,00 €'],
    ['ki-base', '6,5 VzÄ 364.500,00 €'],
    ['ki-interpreters', '0,0 VzÄ 50.000,00 €'],
    ['integrationschancen', '0,0 VzÄ 33.300,00 €'],
    ['rucksack-schule', '0,0 VzÄ 10.256,00 €'],
    ['fit-in-deutsch', '0,0 VzÄ 8.136,00 €'],
  ])('has a notice for %s: %s', (component, sum) => {
    const line = known.noticeLineById.get(`${component}-${year}`)?.value;
    const text = line && `${formatFte(line.fte)} VzÄ ${formatEuro(line.amountCents)}`;
    expect(text?.replaceAll('\u00a0', ' ')).toBe(sum);
  });
});

describe('the Kreis Unna book', () => {
  it('says what is made up wherever the sources are silent', () => {
    expect(known.partners.filter(({ value }) => value.example === undefined)).toEqual([]);
    expect(known.positions.filter(({ value }) => value.example === undefined)).toEqual([]);
    const signatures = known.contracts.flatMap(({ value }) =>
      value.versions.flatMap((version) => version.signatures),
    );
    expect(signatures.filter(({ example }) => example === undefined)).toEqual([]);
  });

  it('leaves the KIM I notice of 2023 without date and reference, as its source does', () => {
    const notice = known.notices.find(({ id }) => id === 'notice-kim-1-2023')?.value;
    expect(notice).not.toHaveProperty('reference');
    expect(notice).not.toHaveProperty('issuedOn');
    expect(notice?.openItems[0]).toContain('vom XXX');
  });
});
