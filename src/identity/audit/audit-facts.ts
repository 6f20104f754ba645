import type { AuditedFact, AuditedFacts } from './audit.types.js';

/** How each table of facts is told in the audit trail; the composition root says so. */
export class AuditFacts {
  constructor(private readonly facts: AuditedFacts) {}

  /** Undefined: nobody has said what the table is. */
  of(table: string): AuditedFact | undefined {
    return this.facts[table];
  }
}
