import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../domain/calendar/plain-date.js';
import type { Facts } from '../../domain/errors/domain-error.js';
import type { Cents } from '../../domain/money/cents.js';
import { Reader } from '../../platform/database/reader.js';

export { isInYear, spanOfYear } from './year-span.js';

/** "Ausnahme": something that was done otherwise than the rules want, and by right. */
export interface RuleException {
  /** `by-hand`; the German words stand in `src/web/audit`. */
  readonly kind: string;
  /** When it was done, or since when it stands so; undefined: it stands so all the year. */
  readonly on?: PlainDate;
  /** `person:…`; undefined where nobody in particular did it. */
  readonly by?: string;
  /** Who else had to agree, and did: `person:…` */
  readonly agreedBy?: readonly string[];
  /** How many more have to agree. */
  readonly agreementsMissing?: number;
  readonly object: ExceptionObject;
  /** What was told as reason; '' where none was asked for. */
  readonly reason: string;
  readonly amountCents?: Cents;
  /** For the sentence that tells it. */
  readonly facts?: Facts;
}

/** What an exception is about, by id and as people call it. */
export interface ExceptionObject {
  readonly kind: string;
  readonly id: string;
  readonly label?: string;
}

/** Where a module finds its exceptions of a year. */
export interface ExceptionSource {
  /** The kinds that it tells of, in the order of the list. */
  readonly kinds: readonly string[];
  find(reader: Pick<Reader, 'all'>, year: number): Promise<readonly RuleException[]>;
}

/** "Liste der Ausnahmen" of a year; each module registers where it finds its own. */
@Injectable()
export class Exceptions {
  private readonly sources: ExceptionSource[] = [];

  constructor(private readonly reader: Reader) {}

  register(source: ExceptionSource): void {
    this.sources.push(source);
  }

  /** All kinds that there are, also those of which a year has none. */
  kinds(): readonly string[] {
    return this.sources.flatMap(({ kinds }) => kinds);
  }

  /** All of a year, by kind; within a kind the newest first. */
  async ofYear(year: number): Promise<readonly RuleException[]> {
    const found: RuleException[] = [];
    for (const source of this.sources) found.push(...(await source.find(this.reader, year)));
    const kinds = this.kinds();
    const rank = ({ kind, on }: RuleException): string => {
      const place = kinds.indexOf(kind).toString().padStart(3, '0');
      return place + (on === undefined ? '9' : inverted(on));
    };
    return found.toSorted((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
  }
}

const YEAR_AFTER_ALL = 9999_99_99;

/** A day as text that sorts the other way round. */
function inverted(day: PlainDate): string {
  return (YEAR_AFTER_ALL - Number(day.replaceAll('-', ''))).toString().padStart(8, '0');
}
