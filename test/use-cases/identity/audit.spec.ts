import { CorrectPartnerUseCase } from '../../../src/contracts/correct-partner.use-case.js';
import { RecordPartnerUseCase } from '../../../src/contracts/record-partner.use-case.js';
import { actAs, type Acting } from '../../../src/identity/identity.js';
import { AuditQueries } from '../../../src/identity/audit/audit.queries.js';
import type { FactChange } from '../../../src/platform/database/fact-change.js';
import { aPartner } from '../../support/notice-builder.js';
import { appOnEachDatabase } from '../../support/open-app.js';
import { refusalOf } from '../../support/refusal-of.js';

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
});
