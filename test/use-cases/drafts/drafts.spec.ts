import { Drafts, type DraftTexts } from '../../../src/drafts/drafts.js';
import { DraftStale, UnknownDraft } from '../../../src/drafts/drafts.errors.js';
import { BookVersion } from '../../../src/platform/database/book-version.js';
import { appOnEachDatabase } from '../../support/open-app.js';

appOnEachDatabase({}, (app) => {
  const drafts = () => app().get(Drafts);
  const author = { ref: 'person:a' };
  const other = { ref: 'person:b' };
  const begin = (texts: DraftTexts = { name: 'Lünen', city: 'Lünen' }, subject = 'luenen') =>
    drafts().begin(author, { kind: 'partner', subject, baseRevision: 1, texts, step: 'name' });
  const save = (id: string, seen: number, texts: DraftTexts, by = author) =>
    drafts().save(by, { id, seen, step: 'name', texts });

  it('keeps what was typed exactly, with who and when', async () => {
    const id = await begin();
    app().clock.moveTo('2026-03-02T13:05:00.000Z');
    const name = ' 1,234.56 \n„Lünen“ \u{1F642}';
    const { revision } = await save(id, 1, { name }, other);
    const draft = await drafts().draft(id);
    expect(revision).toBe(2);
    expect(draft).toMatchObject({
      ...{ kind: 'partner', subject: 'luenen', baseRevision: 1, revision: 2, outcome: null },
      texts: { name, city: 'Lünen' },
      base: { name: 'Lünen', city: 'Lünen' },
      ...{ createdBy: 'person:a', savedBy: 'person:b', savedAt: '2026-03-02T13:05:00.000Z' },
    });
  });

  it('does not count a save that changes nothing', async () => {
    const id = await begin();
    expect((await save(id, 1, { name: 'Lünen' })).revision).toBe(1);
  });

  it('refuses a text for a field that somebody else saved otherwise, and tells theirs', async () => {
    const id = await begin();
    await save(id, 1, { name: 'Stadt Lünen' }, other);
    const refused = await save(id, 1, { name: 'Lünen a. d. Lippe', city: 'Lünen' }).catch(
      (error: unknown) => error,
    );
    expect(refused).toBeInstanceOf(DraftStale);
    expect((refused as DraftStale).theirs).toEqual({ name: 'Stadt Lünen' });
    expect((await drafts().draft(id)).texts['name']).toBe('Stadt Lünen');
  });

  it('merges what two change in different fields', async () => {
    const id = await begin();
    await save(id, 1, { name: 'Stadt Lünen' }, other);
    await save(id, 1, { city: 'Lünen-Mitte' });
    expect((await drafts().draft(id)).texts).toEqual({ name: 'Stadt Lünen', city: 'Lünen-Mitte' });
  });

  it('lets one of two instances that save the same field at once win', async () => {
    const id = await begin();
    const there = (await app().another()).get(Drafts);
    const results = await Promise.allSettled([
      save(id, 1, { name: 'eins' }),
      there.save(other, { id, seen: 1, step: 'name', texts: { name: 'zwei' } }),
    ]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await drafts().draft(id)).revision).toBe(2);
  });

  it('lists what is open, the last saved first, and of one fact alone', async () => {
    for (const { id } of await drafts().open()) await drafts().discard(id);
    const [first, second] = [await begin(), await begin({}, 'selm')];
    app().clock.moveTo('2026-03-03T08:00:00.000Z');
    await save(first, 1, { name: 'neu' });
    expect((await drafts().open()).map(({ id }) => id)).toEqual([first, second]);
    const ofSelm = await drafts().open({ kind: 'partner', subject: 'selm' });
    expect(ofSelm.map(({ id }) => id)).toEqual([second]);
  });

  it('forgets a draft that is discarded', async () => {
    const id = await begin();
    await drafts().discard(id);
    await drafts().discard(id);
    await expect(drafts().draft(id)).rejects.toThrow(UnknownDraft);
    await expect(save(id, 1, { name: 'x' })).rejects.toThrow(UnknownDraft);
  });

  it('keeps of an entered draft what came of it for a month, and no text', async () => {
    const id = await begin();
    await drafts().finish(id, { message: 'Lünen ist berichtigt.' });
    await drafts().discard(id);
    const done = await drafts().draft(id);
    expect(done.outcome).toEqual({ message: 'Lünen ist berichtigt.' });
    expect([done.texts, done.base]).toEqual([{}, {}]);
    expect((await drafts().open()).map((draft) => draft.id)).not.toContain(id);
    app().clock.moveTo('2026-05-01T08:00:00.000Z');
    await drafts().finish(await begin(), {});
    await expect(drafts().draft(id)).rejects.toThrow(UnknownDraft);
  });

  it('does not make the book count as changed', async () => {
    const before = await app().get(BookVersion).current();
    await save(await begin(), 1, { name: 'x' });
    expect(await app().get(BookVersion).current()).toBe(before);
  });
});
