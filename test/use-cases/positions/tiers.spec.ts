import { parsePlainDate as day } from '../../../src/domain/calendar/plain-date.js';
import { parseEuro } from '../../../src/domain/money/amount-text.js';
import { parseFte } from '../../../src/domain/proration/fte.js';
import { EffectsQueries } from '../../../src/amendments/effects.queries.js';
import { ContractsQueries } from '../../../src/contracts/contracts.queries.js';
import { UnknownContract } from '../../../src/contracts/contracts.errors.js';
import { ObjectOwners } from '../../../src/identity/access/object-owners.js';
import { actAs } from '../../../src/identity/identity.js';
import { BookQueries } from '../../../src/positions/book.queries.js';
import { EntitlementsQueries } from '../../../src/positions/entitlements.queries.js';
import { PositionsQueries } from '../../../src/positions/positions.queries.js';
import type {
  ContractDefinition,
  Definition,
} from '../../../src/programmes/definitions/definition.js';
import { aContract, aLine, aVersion } from '../../support/contract-builder.js';
import { aNotice, aPartner, aPosition, partnersOf } from '../../support/notice-builder.js';
import { without } from '../../../src/platform/database/without.js';
import { appOnEachDatabase, type OpenedApp } from '../../support/open-app.js';
import { fill } from './given.js';

/** From the Kreis down to a provider: each gets its money from the one before and passes on half. */
const CHAIN = ['luenen', 'bergkamen', 'kamen', 'traeger'] as const;
type Tier = (typeof CHAIN)[number];
/** Gets its money from the Kreis, too, and has nothing to do with the others. */
const BESIDE = 'werne';
const EVERYBODY = [...CHAIN, BESIDE];
const FTE = ['4,0', '2,0', '1,0', '0,5'];

function tier(partner: string, forwardedBy: string, share: string, state: 'signed' | 'draft') {
  const forwardsOfKreis = forwardedBy === 'kreis';
  const line = aLine({
    ...{ id: lineOf(partner), partner, fte: parseFte(share), ceilingCents: parseEuro('28.500,00') },
    ...(!forwardsOfKreis && {
      funding: [{ source: 'allocation-line', year: 2023, allocationLine: lineOf(forwardedBy) }],
    }),
  });
  const signed = [forwardedBy, partner].map((party) => ({ party, signedOn: day('2022-12-20') }));
  const base = aVersion({ lines: [line], signatures: signed });
  return aContract({
    ...{ id: contractOf(partner), title: `Vertrag ${partner}`, forwardedBy, partners: [partner] },
    versions: [state === 'signed' ? base : { ...without(base, 'writtenOn'), signatures: [] }],
  });
}

function lineOf(partner: string): string {
  return `line-${partner}`;
}

function contractOf(partner: string): string {
  return `contract-${partner}`;
}

function postOf(partner: string) {
  const [spell] = aPosition().occupancies;
  if (spell === undefined) throw new Error('the post has an occupancy');
  return aPosition({
    ...{ id: `post-${partner}`, label: `POST-${partner}`, employer: partner },
    ...{ allocationLine: lineOf(partner), plannedFte: parseFte('0,5') },
    occupancies: [
      {
        ...{ ...spell, id: `spell-${partner}`, share: parseFte('0,5') },
        personKey: `KEY-${partner.toUpperCase()}`,
      },
    ],
  });
}

const GIVEN: readonly Definition[] = [
  partnersOf(...EVERYBODY.map((id) => aPartner({ id, name: `Stadt ${id}`, shortName: id }))),
  aNotice(),
  ...CHAIN.map((partner, index) =>
    tier(partner, CHAIN[index - 1] ?? 'kreis', FTE[index] ?? '', 'signed'),
  ),
  tier(BESIDE, 'kreis', '1,0', 'signed'),
  { kind: 'positions', positions: EVERYBODY.map(postOf) },
];

/** Everybody whose contract, line and post is this tier's: it, and all above it. */
function above(partner: Tier): readonly string[] {
  return CHAIN.slice(0, CHAIN.indexOf(partner) + 1);
}

appOnEachDatabase({}, (app) => {
  beforeAll(() => fill(app(), GIVEN), 60_000);

  const as = <T>(partner: string, work: (app: OpenedApp) => Promise<T>): Promise<T> =>
    actAs({ ref: 'person:test', roles: ['partner'], name: '', partner }, () => work(app()));
  const on = { on: day('2023-06-01') };

  it.each(CHAIN)('tells that what %s has is its own and of all above it', async (partner) => {
    const owners = app().get(ObjectOwners);
    for (const [kind, id] of [
      ['line', lineOf(partner)],
      ['position', `post-${partner}`],
      ['occupancy', `spell-${partner}`],
    ] as const) {
      const found = new Set(await owners.of(kind, id));
      expect([kind, EVERYBODY.filter((each) => found.has(each))]).toEqual([kind, above(partner)]);
    }
    const readers = new Set(await owners.of('contract', contractOf(partner)));
    expect(EVERYBODY.filter((each) => readers.has(each))).toEqual(above(partner));
  });

  it.each(EVERYBODY)('shows %s in each view the same contracts', async (partner) => {
    const expected = EVERYBODY.filter(
      (each) => each === partner || above(each as Tier).includes(partner),
    );
    const seenBy = await as(partner, async (book) => {
      const contracts = book.get(ContractsQueries);
      const listed = await contracts.contracts(on);
      const opened = await Promise.all(
        EVERYBODY.map((each) =>
          contracts.contract(contractOf(each), on).then(
            ({ contract }) => linesIn(contract),
            (error: unknown) => {
              expect(error).toBeInstanceOf(UnknownContract);
              return [];
            },
          ),
        ),
      );
      const facts = await book.get(BookQueries).facts();
      return {
        listed: listed.map(({ id }) => id),
        opened: opened.flat(),
        inBook: facts.contracts.map(({ id }) => id),
        lines: [...facts.lines.keys()],
        posts: facts.positions.map(({ id }) => id),
      };
    });
    const named = (kind: string): readonly string[] => expected.map((each) => `${kind}-${each}`);
    expect(sorted(seenBy.listed)).toEqual(sorted(named('contract')));
    expect(sorted(seenBy.inBook)).toEqual(sorted(named('contract')));
    expect(sorted(seenBy.opened)).toEqual(sorted(named('line')));
    expect(sorted(seenBy.lines)).toEqual(sorted(named('line')));
    expect(sorted(seenBy.posts)).toEqual(sorted(named('post')));
  });

  it('tells who passes money on from which line the tiers below are paid, and nobody else', async () => {
    const payers = async (partner: string, of: string): Promise<number> => {
      const { contract } = await as(partner, (book) =>
        book.get(ContractsQueries).contract(contractOf(of), on),
      );
      return contract.versions.flatMap(({ lines }) => lines.flatMap(({ funding }) => funding))
        .length;
    };
    expect(await payers('luenen', 'traeger')).toBe(1);
    expect(await payers('kamen', 'traeger')).toBe(1);
    expect(await payers('traeger', 'traeger')).toBe(0);
    expect(await payers('luenen', 'luenen')).toBe(0);
  });

  it('tells whose contracts lose their money when one above them ends', async () => {
    const below = async (partner: string): Promise<readonly string[]> => {
      const ends = app().get(EffectsQueries);
      const told = await ends.ofTermination(contractOf(partner), day('2023-06-30'), on);
      return told.contractsBelow;
    };
    expect(await below('luenen')).toEqual(['bergkamen', 'kamen', 'traeger'].map(contractOf));
    expect(await below('traeger')).toEqual([]);
  });

  it('names people to those who employ them, and numbers to those above', async () => {
    const keyAs = async (partner: string): Promise<string | undefined> => {
      const view = await as(partner, (book) =>
        book.get(PositionsQueries).position('post-traeger', 2023),
      );
      return view.position.occupancies[0]?.personKey;
    };
    expect(await keyAs('traeger')).toBe('KEY-TRAEGER');
    for (const partner of ['luenen', 'bergkamen', 'kamen']) {
      expect(await keyAs(partner)).toMatch(/^PERSON-\d+$/);
    }
  });

  it('counts for each the own line once, with the posts of all tiers below in it', async () => {
    for (const [index, partner] of CHAIN.entries()) {
      const { lines, forwardedCents } = await as(partner, (book) =>
        book.get(EntitlementsQueries).entitlements({ year: 2023 }),
      );
      const own = lines.find(({ line }) => line === lineOf(partner));
      expect(own?.posts).toHaveLength(CHAIN.length - index);
      expect([partner, forwardedCents]).toEqual([partner, own?.amountCents]);
    }
  });

  it("makes a line nobody's as long as its contract is a draft", async () => {
    await app().record(
      partnersOf(aPartner({ id: 'soest', name: 'Stadt Soest', shortName: 'Soest' })),
    );
    await fill(app(), [tier('soest', 'traeger', '0,1', 'draft')]);
    expect(await app().get(ObjectOwners).of('line', lineOf('soest'))).toEqual([]);
    const seen = await as('traeger', (book) => book.get(ContractsQueries).contracts(on));
    expect(seen.map(({ id }) => id)).toEqual(['contract-traeger']);
  });
});

function linesIn({ versions }: ContractDefinition): readonly string[] {
  return versions.flatMap(({ lines }) => lines.map(({ id }) => id));
}

function sorted(texts: readonly string[]): readonly string[] {
  return texts.toSorted();
}
