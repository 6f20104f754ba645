import { HeldForms } from '../../../src/identity/held-forms/held-forms.js';
import { HeldFormGone } from '../../../src/identity/identity.errors.js';
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

  it('tells whose a form is, also after the session, in another instance too', async () => {
    const person = await account(app(), 'formulare');
    const sessions = app().get(Sessions);
    const { id, secret } = await sessions.open(person.id, 'password', desk(1));
    await sessions.end(id, 'signed-out');
    const token = formTokenOf(secret);
    const another = await app().another();
    expect(await another.get(Sessions).personOfForm(token)).toBe(person.id);
    expect(await sessions.personOfForm(secret)).toBeUndefined();
    const now = Date.parse(app().clock.now());
    app().clock.moveTo(new Date(now + 8 * 24 * 3_600_000).toISOString());
    expect(await sessions.personOfForm(token)).toBeUndefined();
  });
});
