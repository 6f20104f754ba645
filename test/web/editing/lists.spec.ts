import { actAs, type Acting } from '../../../src/identity/identity.js';
import { Drafts, type Draft } from '../../../src/drafts/drafts.js';
import { AccessGuard } from '../../../src/identity/access/access-guard.js';
import { AccessTable } from '../../../src/identity/access/access-table.js';
import { FormFlow } from '../../../src/web/editing/form-flow.js';
import { FormKinds } from '../../../src/web/editing/form-kinds.js';
import { FormRights } from '../../../src/web/editing/form-rights.js';
import { FormPages } from '../../../src/web/editing/form-pages.js';
import { entriesOf, type FormKind, type FormStep } from '../../../src/web/editing/form-kind.js';
import { lacking, textOf } from '../answers.js';
import { startWebApp, type WebApp } from '../web-app.js';

/** A form with a step per entry of a list, entries inside of a step, and a panel beside the fields. */
const tour: FormKind = {
  name: 'tour',
  begin: () => Promise.resolve({ input: { stops: [{ place: 'Unna' }] }, revision: 3 }),
  title: () => ({
    title: 'Rundfahrt',
    about: '',
    home: { href: '/', label: 'Übersicht' },
    area: '',
  }),
  steps: ({ texts }) =>
    entriesOf({ texts }, 'stops').map((entry, index): FormStep => ({
      ...{ key: `halt-${index + 1}`, title: `Halt ${index + 1}`, entry, removal: 'Halt entfernen' },
      fields: [{ path: `${entry}.place`, kind: 'text', label: 'Ort' }],
      groups: entriesOf({ texts }, `${entry}.guests`).map((guest) => ({
        legend: 'Gast',
        entry: guest,
        removal: 'Gast entfernen',
        fields: [{ path: `${guest}.share`, kind: 'fte', label: 'Anteil' }],
      })),
      additions: [
        { list: 'stops', label: 'Weiterer Halt' },
        { list: `${entry}.guests`, label: 'Weiterer Gast', entry: { share: '0.5' } },
      ],
    })),
  check: () => [],
  review: () => Promise.resolve({ warnings: [], panels: [] }),
  submit: () => Promise.resolve({ message: 'fertig', links: [] }),
  live: ({ input }) =>
    Promise.resolve([{ title: 'Verlauf', notes: [{ tone: '', texts: [JSON.stringify(input)] }] }]),
};

const TYPIST: Acting = { ref: 'person:tests', name: 'Tests', roles: ['officer'] };

describe('a form with lists', () => {
  let app: WebApp;
  let flow: FormFlow;
  let id: string;

  beforeAll(async () => {
    app = await startWebApp();
    const kinds = new FormKinds([tour]);
    const table = new AccessTable([{ route: 'FORM tour', rights: {}, isOpen: true }]);
    const rights = new FormRights(table, app.app.get(AccessGuard, { strict: false }), kinds);
    flow = new FormFlow(app.app.get(Drafts, { strict: false }), kinds, rights);
  }, 60_000);
  beforeEach(async () => {
    id = await actAs(TYPIST, () => flow.begin('tour', null, {}));
  });
  afterAll(() => app.close());

  const draft = (): Promise<Draft> => app.app.get(Drafts, { strict: false }).draft(id);

  /** Presses a button of a step, with some of its fields filled in. */
  const press = async (key: string, action: string, texts = {}) => {
    const form = await flow.open(await draft());
    const step = form.steps.find((each) => each.key === key);
    if (step === undefined) throw new Error(`no step ${key}`);
    const posted = { texts, seen: form.draft.revision, action, fromReview: false };
    return actAs(TYPIST, () => flow.save(form, step, posted));
  };

  it('grows by a step for each entry, with what is typed meanwhile', async () => {
    const { form, added } = await press('halt-1', 'add:stops', { 'stops[0].place': 'Lünen' });
    expect(added).toBe('stops[1]');
    expect(form.steps.map(({ title }) => title)).toEqual(['Halt 1', 'Halt 2']);
    expect(form.filled.input).toEqual({ stops: [{ place: 'Lünen' }, { place: undefined }] });
  });

  it('takes an entry out, and moves up those after it', async () => {
    await press('halt-1', 'add:stops');
    await press('halt-2', 'weiter', { 'stops[1].place': 'Selm' });
    const { form } = await press('halt-1', 'remove:stops[0]');
    expect(form.filled.input).toEqual({ stops: [{ place: 'Selm' }] });
  });

  it('adds an entry inside a step with what it begins with', async () => {
    const { form } = await press('halt-1', 'add:stops[0].guests');
    expect(form.draft.texts['stops[0].guests[0].share']).toBe('0,5');
    const removed = await press('halt-1', 'remove:stops[0].guests[0]');
    expect(removed.form.filled.input).toEqual({ stops: [{ place: 'Unna' }] });
  });

  it('does nothing for a button that the step does not have', async () => {
    const { form } = await press('halt-1', 'remove:stops');
    expect(form.draft.revision).toBe(1);
  });

  it('shows entries, buttons and the panel, with what people typed escaped', async () => {
    await press('halt-1', 'add:stops[0].guests', { 'stops[0].place': '<b>Unna' });
    const form = await flow.open(await draft());
    const [step] = form.steps;
    if (step === undefined) throw new Error('no step');
    const pages = app.app.get(FormPages, { strict: false });
    const html = await pages.step(form, step, { withErrors: false, fromReview: false });
    expect(lacking(html)).toBeUndefined();
    expect(html).not.toContain('<b>');
    expect(textOf(html)).toMatch(
      /Gast entfernen.*Weiterer Halt.*Weiterer Gast.*Halt entfernen.*Verlauf/,
    );
    expect(await pages.panels(form, step)).not.toContain('<b>');
  });
});
