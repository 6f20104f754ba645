import { HeldFormRounds } from '../../../src/identity/held-forms/held-form-rounds.js';
import { HeldForms } from '../../../src/identity/held-forms/held-forms.js';
import { HeldFormGone } from '../../../src/identity/identity.errors.js';
import { CloseAccountUseCase } from '../../../src/identity/people/close-account.use-case.js';
import { ErasePersonUseCase } from '../../../src/identity/people/erase-person.use-case.js';
import { formTokenOf, Sessions } from '../../../src/identity/sessions/sessions.js';
import { appOnEachDatabase } from '../../support/open-app.js';
import { account, desk } from './identity-world.js';

const AUTHOR = '01JE5QZ3T8M9N0P1Q2R3S4T5A1';
const OTHER = '01JE5QZ3T8M9N0P1Q2R3S4T5B1';

appOnEachDatabase({ kind: 'empty' }, (app) => {
  const form = {
    path: '/entwuerfe',
    title: 'Stellen',
    fields: [
      ['art', 'stelle'],
      ['text', 'zwei\r\nZeilen „ä“'],
    ] as const,
    file: null,
  };
  const hold = (personId = AUTHOR) =>
    app()
      .get(HeldForms)
      .hold({ personId, ...form });
  const held = (id: string, personId = AUTHOR) => app().get(HeldForms).held(id, personId);

  it('keeps what somebody filled in, word for word, for them only', async () => {
    const id = await hold();
    expect(await held(id)).toMatchObject({ ...form, heldAt: app().clock.now() });
    await expect(held(id, OTHER)).rejects.toBeInstanceOf(HeldFormGone);
    await app().get(HeldForms).drop(id, OTHER);
    expect((await held(id)).id).toBe(id);
    await app().get(HeldForms).drop(id, AUTHOR);
    await expect(held(id)).rejects.toBeInstanceOf(HeldFormGone);
  });

  it('keeps twenty of a person, the oldest make room', async () => {
    const other = await hold(OTHER);
    const ids: string[] = [];
    for (let count = 0; count < 22; count += 1) ids.push(await hold());
    const [first = '', second = '', third = ''] = ids;
    await expect(held(first)).rejects.toBeInstanceOf(HeldFormGone);
    await expect(held(second)).rejects.toBeInstanceOf(HeldFormGone);
    expect((await held(third)).id).toBe(third);
    expect((await held(other, OTHER)).id).toBe(other);
  });

  it('deletes what is a day old when the service starts, and keeps what is not', async () => {
    const kept = () => app().reader.all('select id from held_form order by id');
    const old = await hold();
    app().clock.moveTo(later(app().clock.now(), 12));
    const young = await hold();
    await app().get(HeldFormRounds).start();
    expect(await kept()).toEqual(expect.arrayContaining([{ id: old }, { id: young }]));
    app().clock.moveTo(later(app().clock.now(), 12));
    await app().get(HeldFormRounds).start();
    expect(await kept()).toEqual([{ id: young }]);
  });

  it('goes with the name of its author', async () => {
    const { id } = await account(app(), 'gehen');
    await hold(id);
    const change = (key: string) => ({ by: 'system:tests', reason: 'Ausgeschieden', key });
    await app().get(CloseAccountUseCase).close(change('close'), id);
    await app().get(ErasePersonUseCase).execute(change('erase'), id);
    expect(await app().reader.all('select id from held_form where person_id = ?', [id])).toEqual(
      [],
    );
  });

  it('tells whose a form is, also after the session, in another instance too', async () => {
    const person = await account(app(), 'formulare');
    const sessions = app().get(Sessions);
    const { id, secret } = await sessions.open(person.id, 'password', desk(1));
    await sessions.end(id, 'signed-out');
    const token = formTokenOf(secret);
    const another = await app().another();
    expect(await another.get(Sessions).personOfForm(token)).toBe(person.id);
    expect(await sessions.personOfForm(secret)).toBeUndefined();
    app().clock.moveTo(later(app().clock.now(), 8 * 24));
    expect(await sessions.personOfForm(token)).toBeUndefined();
  });
});

function later(instant: string, hours: number): string {
  return new Date(Date.parse(instant) + hours * 3_600_000).toISOString();
}
