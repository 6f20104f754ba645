import type { OneOffHoliday } from '../../domain/calendar/holidays.js';
import type { BookFacts, BookYear } from '../../positions/book.queries.js';
import type { Flag } from '../../positions/flags.queries.js';
import type { ProgrammeDefinition } from '../../programmes/definitions/definition.js';

/** The facts of the book as they were known, with the programmes and law that explain them. */
export interface PageFacts extends BookFacts {
  readonly programmes: readonly ProgrammeDefinition[];
  readonly oneOffHolidays: readonly OneOffHoliday[];
}

/** What is computed for one year, up to the day that is asked about. */
export interface YearFigures extends BookYear {
  /** What needs attention in the year of the page; none for other years. */
  readonly flags: readonly Flag[];
}
