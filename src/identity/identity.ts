/** Who acts: `person:…`, `token:…` or `system:…`. */
export interface Actor {
  readonly ref: string;
}

/** Whoever works at this book, as long as it knows no people. */
export const LOCAL_ACTOR: Actor = { ref: 'system:local' };
