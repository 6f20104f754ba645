import type { Writable } from 'node:stream';
import { QueryFailedError } from 'typeorm';

/** A statement as the driver takes it; one with a name is understood once per connection. */
interface PostgresStatement {
  readonly name?: string;
  readonly text: string;
  readonly values?: unknown[];
}

interface PostgresAnswer {
  readonly rows: unknown[];
  /** "COMMIT", "INSERT" … */
  readonly command: string;
}

/** The part of a PostgreSQL connection that is used here. It waits for no answer before it sends. */
export interface PostgresConnection {
  query(statement: PostgresStatement): Promise<PostgresAnswer>;
  readonly connection: { readonly stream: Pick<Writable, 'cork' | 'uncork'> };
}

/**
 * Sends a statement, in one parcel with all that is sent before the process turns to something
 * else: to hand over a parcel costs more than to write what is in it.
 * @throws QueryFailedError
 */
export async function sent(
  connection: PostgresConnection,
  statement: PostgresStatement,
): Promise<PostgresAnswer> {
  const { stream } = connection.connection;
  stream.cork();
  process.nextTick(() => {
    stream.uncork();
  });
  try {
    return await connection.query(statement);
  } catch (error) {
    throw new QueryFailedError(statement.text, statement.values ?? [], error as Error);
  }
}

const NAMES_MAX = 300;
/** Longer lists of parameters are those of bulk work: hardly two of them are of one length. */
const PARAMETERS_MAX = 30;

const NAMES = new Map<string, string>();

/**
 * Rows of a statement on PostgreSQL, which understands and plans it once per connection: the
 * statements of a posting are always the same, and doing that again costs as much as running them.
 * @throws QueryFailedError like every statement
 */
export async function preparedRows(
  connection: PostgresConnection,
  text: string,
  values: unknown[],
): Promise<unknown[]> {
  const name = values.length > PARAMETERS_MAX ? undefined : nameOf(text);
  const { rows } = await sent(connection, { ...(name !== undefined && { name }), text, values });
  return rows;
}

/** The same on all connections of this process; undefined where too many have one already. */
function nameOf(text: string): string | undefined {
  const known = NAMES.get(text);
  if (known !== undefined || NAMES.size >= NAMES_MAX) return known;
  const name = `statement_${NAMES.size}`;
  NAMES.set(text, name);
  return name;
}
