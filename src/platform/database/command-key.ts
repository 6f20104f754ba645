import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';
import { CommandKeyMalformed, CommandReused } from './database.errors.js';
import { leaveAnswer } from './typeorm-tx.js';
import type { Command, Tx } from './unit-of-work.js';

interface CommandRow {
  readonly actor: string;
  readonly route: string;
  readonly content_hash: string;
  readonly result_id: string;
}

const KEY = /^[\x21-\x7e]{1,128}$/;

/**
 * Runs `work` unless the command was run before; then answers what it answered first.
 *
 * The key is claimed before any rule is asked. On PostgreSQL a repeat waits here until the first
 * has committed or failed; a refused command rolls its key back with everything else.
 *
 * @throws CommandReused if the key stands for another actor, route or content.
 */
export async function firstAnswer(
  tx: Tx,
  command: Command,
  work: (tx: Tx) => Promise<string>,
): Promise<string> {
  const { key, actor, route } = command;
  if (!KEY.test(key)) throw new CommandKeyMalformed({});
  const hash = createHash('sha256').update(canonicalJson(command.content)).digest('hex');
  const claimed = await tx.all(
    `insert into command (key, actor, route, content_hash, result_id, recorded_at)
     values (?, ?, ?, ?, '', ?) on conflict (key) do nothing returning key`,
    [key, actor, route, hash, tx.at],
  );
  if (claimed.length === 0) return earlierAnswer(tx, command, hash);
  const result = await work(tx);
  await leaveAnswer(tx, { key, result });
  return result;
}

async function earlierAnswer(tx: Tx, { key, actor, route }: Command, hash: string) {
  const [row] = await tx.all<CommandRow>(
    'select actor, route, content_hash, result_id from command where key = ?',
    [key],
  );
  if (row?.actor !== actor || row.route !== route || row.content_hash !== hash) {
    throw new CommandReused({ key });
  }
  return row.result_id;
}
