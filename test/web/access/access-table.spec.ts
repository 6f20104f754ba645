import { ACCESS_TABLE } from '../../../src/access.table.js';
import type { AccessRow } from '../../../src/identity/access/access.types.js';
import type { Answer } from '../answers.js';
import { startWebApp, type WebApp } from '../web-app.js';
import { ASKERS, Doors, roleOf, type Asker, type Door } from './askers.js';
import { makeDrafts, makeObjects } from './made.js';
import { ABSENT, addressOf, BODIES, sampleOf, type Made } from './samples.js';

type Outcome = 'let in' | 'asked to sign in' | 'refused' | 'not there' | 'broken';

const ROUTES = ACCESS_TABLE.rows.filter(({ route }) => !route.startsWith('FORM '));
const NONE = { ownDraft: {}, foreignDraft: {} };
const TRIED = new Set<string>();

describe('the table of rights', () => {
  let web: WebApp;
  let doors: Doors;
  let made: Awaited<ReturnType<typeof makeObjects>>;

  beforeAll(async () => {
    web = await startWebApp({ as: 'nobody', environment: { RATE_LIMIT_PER_MINUTE: '100000' } });
    doors = new Doors(web);
    made = await makeObjects(web, doors);
  }, 120_000);
  afterAll(() => web.close());

  describe.each(ASKERS)('asked by %s', (asker) => {
    it.each(['GET', 'POST', 'PUT', 'DELETE'])(
      '%s',
      async (method) => {
        const expected: Record<string, Outcome> = {};
        const found: Record<string, Outcome> = {};
        // Whoever only looks uses nothing up, neither a session nor a draft.
        const isLooking = method === 'GET';
        const looking = isLooking ? await doors.of(asker) : undefined;
        const lookedAt = isLooking ? await makeDrafts(doors, asker) : undefined;
        for (const row of ROUTES.filter(({ route }) => route.startsWith(`${method} `))) {
          for (const [whose, outcome] of expectations(row, asker)) {
            const name = `${row.route} (${whose})`;
            expected[name] = outcome;
            const door = looking ?? (await doors.of(asker)); // anew: one route signs out
            const drafts = row.route.includes(' /entwuerfe/:id')
              ? (lookedAt ?? (await makeDrafts(doors, asker)))
              : NONE;
            const answer = await send(door, row, whose, { ...made, ...drafts });
            found[name] = outcomeOf(row, answer, outcome);
            TRIED.add(`${asker} ${row.route}`);
          }
        }
        expect(found).toEqual(expected);
      },
      240_000,
    );
  });

  it('was tried on every route by everybody', () => {
    const missing = ASKERS.flatMap((asker) =>
      ROUTES.map(({ route }) => `${asker} ${route}`).filter((name) => !TRIED.has(name)),
    );
    expect(missing).toEqual([]);
  });
});

type Whose = 'own' | 'foreign';

/** What the row says, read by itself and not by the guard: for an own object, and for a foreign one. */
function expectations(row: AccessRow, asker: Asker): readonly (readonly [Whose, Outcome])[] {
  const { isProgram, role } = roleOf(asker);
  const isApi = row.route.includes(' /api/');
  // A program has no page of ours, so no form either.
  if (row.isOpen) {
    return [['own', isProgram && !isApi && row.route.startsWith('POST ') ? 'refused' : 'let in']];
  }
  if (role === undefined || (isProgram && !isApi)) return [['own', 'asked to sign in']];
  if (isProgram && row.isPersonal) return [['own', 'refused']];
  if (row.isForAll) return [['own', 'let in']];
  const reach = row.rights[role];
  if (reach === undefined) return [['own', 'refused']];
  if (reach === 'any' || row.object === undefined) return [['own', 'let in']];
  return [
    ['foreign', 'not there'],
    ['own', 'let in'],
  ];
}

function send(door: Door, { route }: AccessRow, whose: Whose, made: Made): Promise<Answer> {
  const [method = '', path = ''] = route.split(' ');
  const sample = sampleOf(path, made);
  return door.send(method, addressOf(path, sample[whose], sample.query), BODIES[path]);
}

/** Input that is not accepted (400, 409, 422, 428) counts as let in: the door was open. */
function outcomeOf(
  { route, isOpen }: AccessRow,
  { status, headers, body }: Answer,
  expected: Outcome,
): Outcome {
  // The way in itself says 401 to a wrong password.
  if (status === 401 && isOpen && !body.includes('Bitte melden Sie sich an')) return 'let in';
  const to = headers.get('location') ?? '';
  // A wrong password is told by 401, too: whoever tried one was let in to do so.
  if (status === 401 && route.startsWith('POST /anmelden')) return 'let in';
  const isPage = route.startsWith('GET ');
  if (status === 401 || (isPage && /^\/anmelden(?:\?|$)/.test(to))) return 'asked to sign in';
  if (status === 403) return 'refused';
  const isAbsent = expected === 'let in' && ABSENT.has(route.split(' ')[1] ?? '');
  if (status === 404) return isAbsent ? 'let in' : 'not there';
  return status >= 500 ? 'broken' : 'let in';
}
