import type { Instant } from '../../domain/calendar/instant.js';
import type { Recorded } from '../../platform/database/recorded.js';
import type { ProgrammeFigures } from '../../positions/entitlement-book.rules.js';
import type { Flag } from '../../positions/flag.js';
import type {
  ContractDefinition,
  NoticeDefinition,
  PositionDefinition,
} from '../../programmes/definitions/definition.js';
import type { PageFacts } from './book-facts.js';
import type { FiguresScope } from './year-figures.js';

/** Where the pages get the book from. */
export abstract class BookSource {
  /** Years for which somebody granted something, newest first. */
  abstract years(): Promise<readonly number[]>;
  abstract facts(knownAt?: Instant): Promise<PageFacts>;
  abstract flags(scope: FiguresScope, knownAt?: Instant): Promise<readonly Flag[]>;
  /** Rates and fixed sums of the programmes. */
  abstract programmeFigures(year: number): ProgrammeFigures;
  /** One fact with the mark of its last recording; undefined if the book did not know it. */
  abstract notice(id: string, knownAt?: Instant): Promise<Recorded<NoticeDefinition> | undefined>;
  abstract contract(
    id: string,
    knownAt?: Instant,
  ): Promise<Recorded<ContractDefinition> | undefined>;
  abstract position(
    id: string,
    knownAt?: Instant,
  ): Promise<Recorded<PositionDefinition> | undefined>;
}
