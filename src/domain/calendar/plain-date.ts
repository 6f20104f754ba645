declare const brand: unique symbol;

/** A calendar day as ISO text ("2023-03-15"), without time and zone. Sorts as text. */
export type PlainDate = string & { readonly [brand]: 'PlainDate' };

/** A stretch of days; `from` and `to` are both included. */
export interface Period {
  readonly from: PlainDate;
  readonly to: PlainDate;
}
