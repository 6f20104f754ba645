import { parsePlainDate as day } from '../../../src/domain/calendar/plain-date.js';
import { parseEuro } from '../../../src/domain/money/amount-text.js';
import { parseFte } from '../../../src/domain/proration/fte.js';
import { aContract, aLine, aVersion } from '../../support/contract-builder.js';
import { aPosition } from '../../support/notice-builder.js';
import { story } from '../given.js';

const line = aLine({
  fte: parseFte('1,0'),
  annualRateCents: parseEuro('55.000,00'),
  ceilingCents: parseEuro('55.000,00'),
});
const base = aVersion({ lines: [line] });
const amendment = aVersion({
  number: 2,
  kind: 'amendment',
  writtenOn: day('2023-09-01'),
  inForceFrom: day('2023-07-01'),
  signatures: ['kreis', 'luenen'].map((party) => ({ party, signedOn: day('2023-09-10') })),
  lines: [
    {
      ...line,
      annualRateCents: parseEuro('57.000,00'),
      ceilingCents: parseEuro('57.000,00'),
    },
  ],
});
const unsigned = { ...amendment, signatures: amendment.signatures.slice(0, 1) };
const half = { id: 'half', lines: [{ ...line, id: 'half' }] };

story(
  [
    aContract({ versions: [base, amendment] }),
    aContract({
      id: 'half',
      versions: [
        { ...base, lines: half.lines },
        { ...unsigned, lines: unsigned.lines.map((each) => ({ ...each, id: 'half' })) },
      ],
    }),
    {
      kind: 'positions',
      positions: [
        aPosition(),
        aPosition({
          id: 'half-1',
          allocationLine: 'half',
          occupancies: aPosition().occupancies.map((spell) => ({
            ...spell,
            id: 'half-1-a',
            personKey: 'LUE-0009',
          })),
        }),
      ],
    },
  ],
  (book) => {
    it('pays each day by the rate of its version, and rounds once', async () => {
      const { lines } = await book().entitlements.entitlements({ year: 2023, line: line.id });
      expect(lines).toMatchObject([
        { amountCents: parseEuro('56.000,00'), ceilingCents: parseEuro('56.000,00') },
      ]);
      const steps = lines[0]?.posts[0]?.derivation().steps ?? [];
      expect(steps.filter(({ key }) => key === 'rate-part')).toHaveLength(2);
    });

    it('pays the old rate while a signature is missing', async () => {
      const { lines } = await book().entitlements.entitlements({ year: 2023, line: 'half' });
      expect(lines).toMatchObject([{ amountCents: parseEuro('55.000,00') }]);
    });
  },
);
