/** The figures and names of a refused case, in a form that survives JSON. */
export type Facts = Readonly<Record<string, string | number | bigint>>;

/** HTTP statuses that a refusal may have. */
export type RefusalStatus = 401 | 403 | 404 | 409 | 412 | 422 | 428 | 429 | 503;

/**
 * A rule of the domain said no. Expected, never a bug: it carries a stable code and the facts
 * of the case, but no sentence. The German sentence for each code stands in `src/web/messages`.
 */
export abstract class DomainError extends Error {
  abstract readonly code: `${string}.${string}`;
  abstract readonly status: RefusalStatus;

  constructor(readonly facts: Facts) {
    super(toJson(facts));
    this.name = new.target.name;
  }
}

/** JSON with every bigint as a string: a JSON number would lose cents above 2^53. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_key, entry: unknown) =>
    typeof entry === 'bigint' ? entry.toString() : entry,
  );
}
