import { Injectable } from '@nestjs/common';
import type { Reader } from '../database/reader.js';

/** Something in the book stands otherwise than it must; told in German. */
export interface Discrepancy {
  /** "Buchung 01KA… (Folge 17)": where people look it up. */
  readonly place: string;
  readonly expected: string;
  readonly found: string;
}

/** Where a check tells what it sees. */
export interface CheckReport {
  /** The book is not as it must be. */
  broken(discrepancy: Discrepancy): void;
  /** The book may be so, and people shall see it all the same. */
  note(text: string): void;
  /** How far the check is; both are counts of the same thing. */
  progress(done: number, of: number): void;
}

/** What "ledger verify" proves about one part of the book; the module that owns it registers it. */
export interface BookCheck {
  /** "Hash-Kette und Buchungen": stands above what it found. */
  readonly name: string;
  /**
   * Looks at the book as it was when the verification began, and changes nothing.
   *
   * @returns what was looked at: "1.234 Buchungen, 25 Konten"
   */
  run(reader: Reader, report: CheckReport): Promise<string>;
}

/** The checks of all modules; each registers its own when it is made. */
@Injectable()
export class BookChecks {
  private readonly checks: BookCheck[] = [];

  register(check: BookCheck): void {
    this.checks.push(check);
  }

  all(): readonly BookCheck[] {
    return this.checks;
  }
}
