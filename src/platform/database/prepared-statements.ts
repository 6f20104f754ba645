import { QueryFailedError, type QueryRunner } from 'typeorm';

/** The part of a PostgreSQL connection that is used here. */
interface PostgresConnection {
  query(statement: {
    readonly name?: string;
    readonly text: string;
    readonly values: unknown[];
  }): Promise<{ readonly rows: unknown[] }>;
}

const NAMES_MAX = 300;
/** Longer lists of parameters are those of bulk work: hardly two of them are of one length. */
const PARAMETERS_MAX = 30;

const NAMES = new Map<string, string>();

/**
 * Rows of a statement on PostgreSQL, which understands and plans it once per connection: the
 * statements of a posting are always the same, and doing that again costs as much as running them.
 * @throws QueryFailedError as any statement does
 */
export async function preparedRows(
  runner: QueryRunner,
  text: string,
  values: unknown[],
): Promise<unknown[]> {
  const connection = (await runner.connect()) as PostgresConnection;
  const name = values.length > PARAMETERS_MAX ? undefined : nameOf(text);
  try {
    const statement = { ...(name !== undefined && { name }), text, values };
    const { rows } = await connection.query(statement);
    return rows;
  } catch (error) {
    throw new QueryFailedError(text, values, error as Error);
  }
}

/** The same on all connections of this process; undefined where too many have one already. */
function nameOf(text: string): string | undefined {
  const known = NAMES.get(text);
  if (known !== undefined || NAMES.size >= NAMES_MAX) return known;
  const name = `statement_${NAMES.size}`;
  NAMES.set(text, name);
  return name;
}
