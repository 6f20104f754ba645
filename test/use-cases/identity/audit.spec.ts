import { CorrectPartnerUseCase } from '../../../src/contracts/correct-partner.use-case.js';
import { RecordPartnerUseCase } from '../../../src/contracts/record-partner.use-case.js';
import { Partner } from '../../../src/contracts/partner.entity.js';
import { partnerRow } from '../../../src/contracts/partner.mapping.js';
import type { Instant } from '../../../src/domain/calendar/instant.js';
import type { PlainDate } from '../../../src/domain/calendar/plain-date.js';
import { cents } from '../../../src/domain/money/cents.js';
import { AuditChain } from '../../../src/identity/audit/audit-chain.js';
import { AuditCheck } from '../../../src/identity/audit/audit.check.js';
import { AuditQueries, type AuditFilter } from '../../../src/identity/audit/audit.queries.js';
import { actAs, AuditTrail, type Acting } from '../../../src/identity/identity.js';
import { CorrectProfileUseCase } from '../../../src/identity/people/correct-profile.use-case.js';
import { Sessions } from '../../../src/identity/sessions/sessions.js';
import {
  EnterByHandUseCase,
  type HandEntry,
} from '../../../src/ledger/by-hand/enter-by-hand.use-case.js';
import { ReverseByHandUseCase } from '../../../src/ledger/by-hand/reverse-by-hand.use-case.js';
import { CollectedReport } from '../../../src/platform/checks/collected-report.js';
import type { FactChange } from '../../../src/platform/database/fact-change.js';
import { appendRevisions } from '../../../src/platform/database/revisions.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { aPartner } from '../../support/notice-builder.js';
import { appOnEachDatabase } from '../../support/open-app.js';
import { refusalOf } from '../../support/refusal-of.js';
import { tamperWith } from '../../support/tampering.js';
import { account, desk, OTHER_PASSWORD, PASSWORD, tried } from './identity-world.js';

const OFFICER: Acting = {
  ...{ ref: 'person:01KA0000000000000000000001', roles: ['officer'], name: 'Erika Beispiel' },
  ...{ session: '01KA0000000000000000000002', address: '192.0.2.7' },
};

const change = (key: string, by = OFFICER.ref): FactChange => ({ by, reason: `wegen ${key}`, key });

appOnEachDatabase({}, (app) => {
  const record = (key: string, ...more: Parameters<typeof aPartner>) =>
    actAs(OFFICER, () =>
      app()
        .get(RecordPartnerUseCase)
        .execute(change(key), aPartner(...more)),
    );
  const eventsOf = (kind: string, id: string) =>
    app().get(AuditQueries).events({ object: { kind, id } }, { limit: 50 });

  it('tells who recorded a fact, from where, and what it says', async () => {
    await record('werne', { id: 'werne', name: 'Stadt Werne', shortName: 'Werne' });
    const [event] = await eventsOf('partner', 'werne');
    expect(event).toMatchObject({
      ...{ action: 'recorded', actor: OFFICER.ref, session: OFFICER.session },
      ...{ address: '192.0.2.7', reason: 'wegen werne', commandKey: 'werne' },
      ...{ revisionBefore: 0, revisionAfter: 1 },
    });
    expect(event?.changes).toContainEqual({ field: 'shortName', new: 'Werne' });
  });

  it('holds the old value beside the new one, and only what is other', async () => {
    await record('selm', { id: 'selm', name: 'Stadt Selm', shortName: 'Selm' });
    const moved = aPartner({ id: 'selm', name: 'Stadt Selm', shortName: 'Selm', note: 'neu' });
    await actAs(OFFICER, () => app().get(CorrectPartnerUseCase).execute(change('moved'), moved));
    const [event] = await eventsOf('partner', 'selm');
    expect(event).toMatchObject({
      ...{ action: 'corrected', revisionBefore: 1, revisionAfter: 2 },
      changes: [{ field: 'note', new: 'neu' }],
    });
  });

  it('tells nothing of what is refused or rehearsed, and a repeated command once', async () => {
    const kamen = aPartner({ id: 'kamen', name: 'Stadt Kamen' });
    await app().get(RecordPartnerUseCase).rehearse(change('kamen'), kamen);
    expect(await eventsOf('partner', 'kamen')).toEqual([]);
    await record('kamen', kamen);
    await record('kamen', kamen);
    await refusalOf(record('again', kamen));
    expect(await eventsOf('partner', 'kamen')).toHaveLength(1);
  });

  it('gives an event the name of who acts in another session no session and no place', async () => {
    const by = 'person:01KA0000000000000000000009';
    const boenen = aPartner({ id: 'boenen', name: 'Gemeinde Bönen' });
    await app().get(RecordPartnerUseCase).execute(change('boenen', by), boenen);
    const [event] = await eventsOf('partner', 'boenen');
    expect(event).toMatchObject({ actor: by, session: undefined, address: undefined });
  });

  it('says of personal values only that they changed', async () => {
    const partner = { roles: ['partner'], partnerId: 'luenen' } as const;
    const person = await account(app(), 'erika', { password: null, ...partner });
    const profile = { name: 'Erika Anders', mail: 'anders@kreis.example' };
    await actAs(OFFICER, () =>
      app().get(CorrectProfileUseCase).execute(change('profile'), person.id, profile),
    );
    const events = await eventsOf('person', person.id);
    expect(events.find(({ action }) => action === 'profile-changed')?.changes).toEqual([
      { field: 'name', isPersonal: true },
      { field: 'mail', isPersonal: true },
    ]);
    const stored = await app().reader.all('select * from audit_event');
    expect(JSON.stringify(stored)).not.toMatch(/Anders|anders@|Frau erika/);
  });

  it('tells who signs in, who does not, and when it is over, without a mail address', async () => {
    const { id } = await account(app(), 'frieda');
    await tried(app(), 'frieda@kreis.example', OTHER_PASSWORD, desk(31));
    await tried(app(), 'nobody-knows@kreis.example', PASSWORD, desk(31));
    await tried(app(), 'frieda@kreis.example', PASSWORD, desk(31));
    await app()
      .get(UnitOfWork)
      .note((tx) => app().get(Sessions).endAll(tx, id, 'revoked'));
    const told = (await eventsOf('person', id)).map(({ action }) => action);
    expect(told).toEqual(['session-ended', 'signed-in', 'sign-in-failed', 'recorded']);
    expect(await eventsOf('sign-in', 'unknown-account')).toHaveLength(1);
    const stored = await app().reader.all('select * from audit_event');
    expect(JSON.stringify(stored)).not.toContain('nobody-knows');
  });

  it('tells of an entry by hand, and of what takes it back', async () => {
    const hand = { effectiveOn: '2026-02-10' as PlainDate, postings: movedByHand(500n) };
    const id = await actAs(OFFICER, () =>
      app().get(EnterByHandUseCase).execute(change('hand'), hand),
    );
    const reversal = { entry: id, effectiveOn: '2026-02-11' as PlainDate };
    await actAs(OFFICER, () => app().get(ReverseByHandUseCase).execute(change('storno'), reversal));
    const [reversed, entered] = await eventsOf('ledger-entry', id);
    expect(entered).toMatchObject({ action: 'entered', reason: 'wegen hand' });
    expect(entered?.changes).toContainEqual({ field: 'movedCents', new: '500' });
    expect(reversed).toMatchObject({ action: 'reversed', part: { kind: 'ledger-entry' } });
  });

  it('tells of the hundreds that the system takes in as of one event', async () => {
    const by = 'system:console';
    await app()
      .get(UnitOfWork)
      .run((tx) =>
        appendRevisions(
          tx,
          Partner,
          Array.from({ length: 30 }, (_, index) =>
            partnerRow(aPartner({ id: `many-${index}`, name: `Stadt ${index}` })),
          ),
          { by, reason: 'Import' },
        ),
      );
    expect(await eventsOf('partner', 'many-7')).toEqual([]);
    const [event] = await eventsOf('book', 'book');
    expect(event).toMatchObject({
      ...{ action: 'taken-in', actor: by, changes: [{ field: 'partner', new: 30 }] },
    });
  });

  it('narrows by person, action, day and words', async () => {
    const find = async (filter: AuditFilter) =>
      (await app().get(AuditQueries).events(filter, { limit: 5 })).map(({ object }) => object.id);
    expect(await find({ text: 'STADT wegen selm', objectKind: 'partner' })).toEqual(['selm']);
    expect(await find({ actor: OFFICER.ref, action: 'corrected', objectKind: 'partner' })).toEqual([
      'selm',
    ]);
    expect(await find({ since: '2026-03-03T00:00:00.000Z' as Instant })).toEqual([]);
    expect(await find({ kinds: ['token'] })).toEqual([]);
  });

  it('forgets from where somebody came, and stays whole', async () => {
    await app()
      .get(UnitOfWork)
      .note((tx) => app().get(AuditTrail).eraseOrigins(tx, OFFICER.ref));
    const [event] = await eventsOf('partner', 'werne');
    expect(event).toMatchObject({ actor: OFFICER.ref, address: undefined });
    expect(await auditFindings()).toEqual([]);
  });

  it('is only added to, also by direct SQL', async () => {
    const refused = /append-only/;
    const tampering = await tamperWith(app());
    const exec = async (statement: string) => tampering.exec(statement);
    await expect(exec(`update audit_event set actor = 'person:x'`)).rejects.toThrow(refused);
    await expect(exec('delete from audit_event')).rejects.toThrow(refused);
    await expect(exec('delete from audit_chain')).rejects.toThrow(refused);
  });

  it('lets verify find an event that was changed, removed or swapped', async () => {
    await app().get(AuditChain).settled();
    expect(await auditFindings()).toEqual([]);
    const tampering = await tamperWith(app());
    const forge = (...statements: readonly string[]) => tampering.change(...statements);
    const [one, other] = await tampering.all<{ id: string; reason: string }>(
      `select id, reason from audit_event where object_kind = 'partner' order by id limit 2`,
    );
    if (one === undefined || other === undefined) throw new Error('they were written above');
    const set = (id: string, reason: string) =>
      `update audit_event set reason = '${reason}' where id = '${id}'`;
    await forge(set(one.id, 'nie gesagt'));
    expect(await auditFindings()).toEqual([expect.stringContaining(one.id)]);
    await forge(set(one.id, other.reason), set(other.id, one.reason));
    expect(await auditFindings()).toHaveLength(2);
    await forge(set(one.id, one.reason), set(other.id, other.reason));
    expect(await auditFindings()).toEqual([]);
    await forge(`delete from audit_event where id = '${one.id}'`);
    expect(await auditFindings()).toEqual([expect.stringMatching(/fehlt$/)]);
  });

  const auditFindings = async (): Promise<readonly string[]> => {
    await app().get(AuditChain).settled();
    const report = new CollectedReport(() => undefined);
    await app().get(AuditCheck).run(app().reader, report);
    return report.discrepancies.map(({ place, found }) => `${place}: ${found}`);
  };
});

const movedByHand = (amount: bigint): HandEntry['postings'] => [
  { account: 'cash', cents: cents(-amount) },
  { account: 'unallocated', cents: cents(amount) },
];
