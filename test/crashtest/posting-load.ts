import { KeepAlive, type Answer } from '../support/keep-alive.js';
import { signedIn } from '../support/signed-in.js';

/** What became of the commands of a load, by their keys. */
export interface PostingLoad {
  /** Entry by key: the service said 201, so it must be on disk. */
  readonly acknowledged: Map<string, string>;
  /** Sent, and the service was gone before it answered: entered or not, but never half. */
  readonly unanswered: Set<string>;
  /** Answers that nobody expects. */
  readonly refused: Answer[];
}

const PATH = '/api/v1/ledger/entries';
const CREATED = 201;

/** The same content for a key each time it is sent. */
function bodyOf(key: string): string {
  const euros = 1 + Number(key.split('-').at(-1));
  return JSON.stringify({
    effectiveOn: '2026-01-15',
    kind: 'adjustment',
    text: `Probe ${key}`,
    postings: [
      { account: 'cash', amount: `-${euros}.00` },
      { account: 'opening', amount: `${euros}.00` },
    ],
  });
}

/**
 * Clients who enter as fast as they are answered, until the service goes away.
 * @param answered is called at each answer
 */
export async function postUntilGone(
  url: string,
  prefix: string,
  clients: number,
  answered: () => void,
): Promise<PostingLoad> {
  const load: PostingLoad = { acknowledged: new Map(), unanswered: new Set(), refused: [] };
  const cookies = await signedIn(url);
  const post = async (client: number): Promise<void> => {
    const connection = await KeepAlive.open(url, cookies).catch(() => undefined);
    for (let turn = 0; connection !== undefined; turn += 1) {
      const key = `${prefix}-${client}-${turn}`;
      load.unanswered.add(key);
      const answer = await connection.post(PATH, key, bodyOf(key)).catch(() => undefined);
      if (answer === undefined) return;
      take(load, key, answer);
      answered();
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => post(client)));
  return load;
}

/** Sends commands again whose answer got lost, or is doubted. */
export async function postAgain(url: string, keys: Iterable<string>): Promise<PostingLoad> {
  const load: PostingLoad = { acknowledged: new Map(), unanswered: new Set(keys), refused: [] };
  const connection = await KeepAlive.open(url, await signedIn(url));
  for (const key of [...load.unanswered]) {
    take(load, key, await connection.post(PATH, key, bodyOf(key)));
  }
  connection.close();
  return load;
}

function take(load: PostingLoad, key: string, answer: Answer): void {
  load.unanswered.delete(key);
  if (answer.status !== CREATED) load.refused.push(answer);
  else load.acknowledged.set(key, (JSON.parse(answer.body) as { readonly id: string }).id);
}
