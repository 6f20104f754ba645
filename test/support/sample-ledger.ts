import { parsePlainDate } from '../../src/domain/calendar/plain-date.js';
import { Ledger, type NewEntry } from '../../src/ledger/ledger.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { Ids } from '../../src/platform/ids/ids.js';
import { anEntry, postings } from './entries.js';
import { chainedIn } from './chained-in.js';
import type { OpenedApp } from './open-app.js';

const NOTICE = {
  ...{ programme: 'kim', component: 'kim-2', budgetYear: 2025, noticeLine: 'kim-2-2025' },
} as const;
const LINE = {
  ...NOTICE,
  ...{ contract: 'kim-cities', allocationLine: 'luenen-kim-2', partner: 'luenen' },
} as const;

const ORDERED: NewEntry = anEntry(
  {},
  {
    on: '2025-03-13',
    kind: 'order',
    postings: [
      ...postings({ advances: '285.000,00', 'in-transit': '-285.000,00' }, LINE),
      ...postings({ 'commitments-contra': '285.000,00', commitments: '-285.000,00' }, LINE),
    ],
  },
);

const FIRST: readonly NewEntry[] = [
  anEntry(
    { 'land-claims': '300.000,00', earmarked: '-300.000,00' },
    { on: '2025-01-15', kind: 'take-over', dimensions: NOTICE },
  ),
  anEntry(
    { commitments: '285.000,00', 'commitments-contra': '-285.000,00' },
    { on: '2025-02-01', kind: 'take-over', dimensions: LINE },
  ),
  ORDERED,
];

const LATER: readonly NewEntry[] = [
  anEntry(
    { 'in-transit': '285.000,00', cash: '-285.000,00' },
    { on: '2025-04-02', kind: 'payment', dimensions: LINE, text: 'Auszug 52 – „ausgeführt“' },
  ),
  anEntry(
    {},
    {
      on: '2025-12-31',
      kind: 'settlement',
      postings: [
        ...postings({ forwarded: '271.440,44', advances: '-271.440,44' }, LINE),
        ...postings({ earmarked: '271.440,44', 'grant-income': '-271.440,44' }, NOTICE),
      ],
    },
  ),
  anEntry(
    { 'recovery-claims': '13.559,56', advances: '-13.559,56' },
    { on: '2026-01-10', kind: 'recovery', dimensions: { ...LINE, claim: 'luenen-2025' } },
  ),
];

/** Writes a small life of a line: entries, one taken back, an account restated, a closed month. */
export async function enterSampleLedger(app: OpenedApp): Promise<void> {
  const unitOfWork = app.get(UnitOfWork);
  const ledger = app.get(Ledger);
  await unitOfWork.run((tx) => ledger.appendAll(tx, FIRST));
  app.clock.moveTo('2026-03-02T09:00:00.000Z');
  await closeMonth(app, '2025-03', 3);
  await restateAccount(app);
  app.clock.moveTo('2026-03-02T10:00:00.000Z');
  await unitOfWork.run((tx) => ledger.appendAll(tx, LATER));
  const byHand = anEntry({ cash: '5,00', 'cost-income': '-5,00' }, { on: '2025-05-05' });
  const entry = await unitOfWork.run((tx) => ledger.append(tx, byHand));
  await unitOfWork.run((tx) =>
    ledger.reverse(tx, {
      ...{ entry, effectiveOn: parsePlainDate('2025-05-06'), text: 'Verschrieben' },
      ...{ actors: { entered: 'system:test' }, commandKey: 'back' },
    }),
  );
  await unitOfWork.run((tx) =>
    ledger.append(tx, anEntry({ cash: '7,00', 'cost-income': '-7,00' }, { on: '2025-05-05' })),
  );
  await chainedIn(app.reader);
}

/** As the closing of a month does, without its rules. */
async function closeMonth(app: OpenedApp, period: string, entries: number): Promise<void> {
  const id = app.get(Ids).newId();
  await chainedIn(app.reader);
  await app.get(UnitOfWork).run((tx) =>
    tx.run(
      `insert into ledger_closing (period, id, entries, recorded_by, reason)
       values (?, ?, ?, 'system:test', 'Quartal abgeschlossen')`,
      [period, id, entries],
    ),
  );
  await chainedIn(app.reader);
}

async function restateAccount(app: OpenedApp): Promise<void> {
  await app.get(UnitOfWork).run((tx) =>
    tx.run(
      `insert into ledger_account
       (id, key, revision, name, kind, side, office_account, recorded_by, reason)
       select ?, key, 2, name, kind, side, '181000', 'system:test', 'Sachkonto der Kreiskasse'
       from ledger_account where key = 'cash'`,
      [app.get(Ids).newId()],
    ),
  );
}
