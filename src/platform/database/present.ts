/** The columns of a row that may be null, as optional properties that are there or not. */
export type Present<Columns> = {
  [Name in keyof Columns as null extends Columns[Name] ? Name : never]?: NonNullable<Columns[Name]>;
};

/** Drops what is null, so that a row's empty column becomes an absent property. */
export function present<Columns extends object>(columns: Columns): Present<Columns> {
  return Object.fromEntries(
    Object.entries(columns).filter(([, value]) => value !== null && value !== undefined),
  ) as Present<Columns>;
}
