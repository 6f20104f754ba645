import { FourEyes, type Subject } from '../../../src/identity/four-eyes/four-eyes.js';
import {
  ActComplete,
  ActNotDue,
  ActRepeated,
  NotAPerson,
  SamePerson,
} from '../../../src/identity/four-eyes/four-eyes.errors.js';
import { RightLacking } from '../../../src/identity/identity.errors.js';
import { UnitOfWork, type Tx } from '../../../src/platform/database/unit-of-work.js';
import { appOnEachDatabase, type OpenedApp } from '../../support/open-app.js';
import { somebody } from '../../support/people.js';

appOnEachDatabase({}, (app) => {
  let officer: string;
  let first: string;
  let second: string;
  let third: string;
  let cash: string;
  let cashier: string;
  let count = 0;

  beforeAll(async () => {
    officer = await somebody(app(), 'officer', 'approver');
    first = await somebody(app(), 'approver');
    second = await somebody(app(), 'approver');
    third = await somebody(app(), 'approver', 'officer');
    cash = await somebody(app(), 'treasury');
    cashier = await somebody(app(), 'treasury');
  });

  const aCase = (): Subject => ({ kind: 'request', id: `r${(count += 1)}` });
  const inBook = <T>(work: (tx: Tx, eyes: FourEyes) => Promise<T>, on: OpenedApp = app()) =>
    on.get(UnitOfWork).run((tx) => work(tx, on.get(FourEyes)));
  const act = (
    step: 'entered' | 'certify' | 'order' | 'release' | 'countersign' | 'consent',
    subject: Subject,
    by: string,
    on?: OpenedApp,
  ) => inBook((tx, eyes) => eyes[step](tx, subject, { by, reason: 'geprüft' }), on);
  const enteredCase = async (): Promise<Subject> => {
    const subject = aCase();
    await act('entered', subject, officer);
    return subject;
  };
  const orderedCase = async (): Promise<Subject> => {
    const subject = await enteredCase();
    await act('certify', subject, first);
    await act('order', subject, second);
    return subject;
  };

  it('keeps who entered, certified, ordered and released, in their order', async () => {
    const subject = await orderedCase();
    await act('release', subject, cash);
    await act('release', subject, cashier);
    const acts = await app().get(FourEyes).acts(app().reader, subject);
    expect(acts.map(({ act: done, actor, role }) => [done, actor, role])).toEqual([
      ['entered', officer, undefined],
      ['certified', first, 'approver'],
      ['ordered', second, 'approver'],
      ['released', cash, 'treasury'],
      ['released', cashier, 'treasury'],
    ]);
    expect(acts[1]?.at).toBe(app().clock.now());
  });

  it('lets nobody judge what they entered, though they have the role', async () => {
    const subject = await enteredCase();
    for (const step of ['certify', 'countersign', 'consent'] as const) {
      await expect(act(step, subject, officer)).rejects.toThrow(SamePerson);
    }
    await act('certify', subject, first);
    await expect(act('order', subject, officer)).rejects.toMatchObject({
      facts: { act: 'ordered', earlier: 'entered', at: app().clock.now() },
    });
  });

  it('lets nobody order what they certified', async () => {
    const subject = await enteredCase();
    await act('certify', subject, first);
    await expect(act('order', subject, first)).rejects.toThrow(SamePerson);
  });

  it('asks for two different people at the treasury, and at a countersignature', async () => {
    const subject = await orderedCase();
    await act('release', subject, cash);
    await expect(act('release', subject, cash)).rejects.toThrow(ActRepeated);
    await act('release', subject, cashier);
    const byHand = await enteredCase();
    await act('countersign', byHand, first);
    await expect(act('countersign', byHand, first)).rejects.toThrow(ActRepeated);
    await act('countersign', byHand, second);
    await expect(act('countersign', byHand, third)).rejects.toThrow(ActComplete);
  });

  it('asks for the role that is in force in the book', async () => {
    const subject = await orderedCase();
    await expect(act('release', subject, third)).rejects.toThrow(RightLacking);
    await expect(act('countersign', await enteredCase(), cash)).rejects.toThrow(RightLacking);
  });

  it('refuses programs, who may only enter', async () => {
    const subject = aCase();
    await act('entered', subject, 'token:01K');
    await expect(act('certify', subject, 'token:01K')).rejects.toThrow(NotAPerson);
    await expect(act('countersign', subject, 'system:console')).rejects.toThrow(NotAPerson);
  });

  it('keeps the order of the steps', async () => {
    await expect(act('certify', aCase(), first)).rejects.toThrow(ActNotDue);
    const subject = await enteredCase();
    await expect(act('order', subject, first)).rejects.toThrow(ActNotDue);
    await expect(act('release', subject, cash)).rejects.toThrow(ActNotDue);
    await act('certify', subject, first);
    await expect(act('certify', subject, second)).rejects.toThrow(ActComplete);
    await expect(act('entered', subject, third)).rejects.toThrow(ActComplete);
    await expect(act('entered', subject, first)).rejects.toThrow(SamePerson);
  });

  it('enters once for each who enters, however often they say it', async () => {
    const subject = await enteredCase();
    await act('entered', subject, officer);
    await act('entered', subject, third);
    expect(await app().get(FourEyes).acts(app().reader, subject)).toHaveLength(2);
    await expect(act('countersign', subject, third)).rejects.toThrow(SamePerson);
  });

  it('releases a file once all of its parts are ordered, and by nobody who had to do with one', async () => {
    const [one, other] = [await orderedCase(), await enteredCase()];
    const file = { kind: 'payment-file', id: `f${(count += 1)}` };
    const mixed = await somebody(app(), 'treasury');
    await inBook(async (tx, eyes) => {
      await eyes.entered(tx, file, { by: officer, reason: 'Zahllauf' });
      await eyes.contains(tx, file, [one, other]);
    });
    await expect(act('release', file, cash)).rejects.toThrow(ActNotDue);
    await act('certify', other, first);
    await act('order', other, second);
    await act('release', file, cash);
    const late = { kind: 'request', id: `r${(count += 1)}` };
    const tooLate = inBook((tx, eyes) => eyes.contains(tx, file, [late]));
    await expect(tooLate).rejects.toThrow(ActComplete);
    await act('release', file, mixed);
  });

  it('lets a treasurer who entered a part release no file with it', async () => {
    const part = aCase();
    await act('entered', part, cash);
    await act('certify', part, first);
    await act('order', part, second);
    const file = { kind: 'payment-file', id: `f${(count += 1)}` };
    await inBook(async (tx, eyes) => {
      await eyes.entered(tx, file, { by: officer, reason: 'Zahllauf' });
      await eyes.contains(tx, file, [part]);
    });
    await expect(act('release', file, cash)).rejects.toMatchObject({
      facts: { act: 'released', earlier: 'entered' },
    });
    await act('release', file, cashier);
  });

  it('lets one person do one thing, when they do two at once', async () => {
    const other = await app().another();
    for (let round = 0; round < 5; round += 1) {
      const subject = await enteredCase();
      const both = await Promise.allSettled([
        act('certify', subject, first),
        act('countersign', subject, first, other),
      ]);
      const done = both.filter(({ status }) => status === 'fulfilled');
      expect(done).toHaveLength(1);
    }
  });

  it('takes two countersignatures of three that come at once', async () => {
    const other = await app().another();
    const subject = await enteredCase();
    const all = await Promise.allSettled([
      act('countersign', subject, first),
      act('countersign', subject, second, other),
      act('countersign', subject, third, other),
    ]);
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
  });
});
