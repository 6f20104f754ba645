import { CorrectPartnerUseCase } from '../../../src/contracts/correct-partner.use-case.js';
import { PartnersQueries } from '../../../src/contracts/partners.queries.js';
import { RecordPartnerUseCase } from '../../../src/contracts/record-partner.use-case.js';
import type { FactChange } from '../../../src/platform/database/fact-change.js';
import { aPartner } from '../../support/notice-builder.js';
import { appOnEachDatabase } from '../../support/open-app.js';
import { refusalOf } from '../../support/refusal-of.js';

const change = (key: string, expected?: number): FactChange => ({
  ...{ by: 'person:a', reason: `wegen ${key}`, key },
  ...(expected !== undefined && { expected }),
});

appOnEachDatabase({}, (app) => {
  const record = () => app().get(RecordPartnerUseCase);
  const correct = () => app().get(CorrectPartnerUseCase);
  const partners = () => app().get(PartnersQueries);

  it('records a partner once, however often the command comes', async () => {
    const werne = aPartner({ id: 'werne', name: 'Stadt Werne', shortName: 'Werne' });
    expect(await record().execute(change('werne'), werne)).toBe('werne');
    expect(await record().execute(change('werne'), werne)).toBe('werne');
    expect(await partners().partner('werne')).toMatchObject({ fact: werne, revision: 1 });
  });

  it('refuses a second partner of the same id, also in a rehearsal', async () => {
    const selm = aPartner({ id: 'selm', name: 'Stadt Selm' });
    await record().rehearse(change('selm'), selm);
    await record().execute(change('selm'), selm);
    expect(await refusalOf(record().rehearse(change('again'), selm))).toContain('Stadt Selm');
    expect(await refusalOf(record().execute(change('again'), selm))).toContain('Stadt Selm');
  });

  it('corrects what its author saw, and keeps what stood there', async () => {
    const kamen = aPartner({ id: 'kamen', name: 'Stadt Kamen' });
    await record().execute(change('kamen'), kamen);
    await correct().execute(change('moved', 1), { ...kamen, note: 'umgezogen' });
    const late = correct().execute(change('late', 1), { ...kamen, note: 'zu spät' });
    expect(await refusalOf(late)).toContain('"current":2');
    const history = await partners().history('kamen');
    expect(history.map(({ reason, differences }) => [reason, differences])).toEqual([
      ['wegen moved', [{ path: 'note', before: '', after: 'umgezogen' }]],
      ['wegen kamen', []],
    ]);
  });

  it('lets one of two instances record a partner, and tells the other', async () => {
    const other = await app().another();
    for (let race = 1; race <= 10; race += 1) {
      const boenen = aPartner({ id: `boenen-${race}`, name: 'Gemeinde Bönen' });
      const told = await Promise.allSettled([
        record().execute(change(`first-${race}`), boenen),
        other.get(RecordPartnerUseCase).execute(change(`second-${race}`), boenen),
      ]);
      expect(told.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      expect(await partners().partner(boenen.id)).toMatchObject({ revision: 1 });
    }
  });

  it('does not correct a partner that nobody recorded', async () => {
    const nobody = correct().execute(change('nobody', 1), aPartner({ id: 'nobody' }));
    expect(await refusalOf(nobody)).toBe('{"partner":"nobody"}');
  });
});
