import type { OneOffHoliday } from '../../domain/calendar/holidays.js';
import type { Cents } from '../../domain/money/cents.js';
import type { BookFacts } from '../../positions/book-facts.js';
import type { LineEntitlement, PostEntitlement } from '../../positions/entitlement.types.js';
import type { Flag } from '../../positions/flag.js';
import type { ProgrammeDefinition } from '../../programmes/definitions/definition.js';

/** The facts of the book as they were known, with the programmes and law that explain them. */
export interface PageFacts extends BookFacts {
  readonly programmes: readonly ProgrammeDefinition[];
  readonly oneOffHolidays: readonly OneOffHoliday[];
}

/** A post of the Kreis itself in a year: what it yields, and what it takes of its notice line. */
export interface OwnPostFigures {
  readonly entitlement: PostEntitlement;
  readonly noticeLine: string;
  /** If it is filled all the time. */
  readonly plannedCents: Cents;
}

/** What is computed for one year, up to the day that is asked about. */
export interface YearFigures {
  readonly year: number;
  /** Of all forwarding contracts, the third tier included. */
  readonly lines: readonly LineEntitlement[];
  readonly ownPosts: readonly OwnPostFigures[];
  readonly flags: readonly Flag[];
}
