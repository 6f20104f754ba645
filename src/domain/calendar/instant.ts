declare const brand: unique symbol;

/** A moment in UTC with milliseconds ("2026-11-21T09:14:00.000Z"). Sorts as text. */
export type Instant = string & { readonly [brand]: 'Instant' };
