import { DomainError } from '../domain/errors/domain-error.js';
import type { FactFinding } from './definitions/fact-reading.js';
import { hasErrors, type Finding } from './definitions/finding.js';

/** Definition files hold mistakes; nothing of them was taken over. */
export class DefinitionsRefused extends DomainError {
  readonly code = 'programmes.definitions-refused';
  readonly status = 422;

  constructor(readonly findings: readonly Finding[]) {
    const [first] = findings.filter((finding) => hasErrors([finding]));
    super({
      count: findings.length,
      file: first?.file ?? '',
      line: first?.line ?? 0,
      column: first?.column ?? 0,
      path: first?.path ?? '',
      message: first?.message ?? '',
    });
  }
}

/** A notice, contract or post that somebody wants to record breaks a rule; nothing was recorded. */
export class FactRefused extends DomainError {
  readonly code = 'programmes.fact-refused';
  readonly status = 422;

  constructor(readonly findings: readonly FactFinding[]) {
    const [first] = findings.filter(({ severity }) => severity === 'error');
    super({ count: findings.length, path: first?.path ?? '', message: first?.message ?? '' });
  }
}

/** There is no folder of definition files where the settings say. */
export class DefinitionsFolderMissing extends DomainError {
  readonly code = 'programmes.definitions-folder-missing';
  readonly status = 422;

  constructor(folder: string) {
    super({ folder });
  }
}

/** No source names a rate for the component on that day. */
export class ProgrammeRateMissing extends DomainError {
  readonly code = 'programmes.rate-missing';
  readonly status = 422;

  constructor(component: string, kind: string, on: string) {
    super({ component, kind, on });
  }
}

/** No source says what the Kreis owes the Land for the component in that year. */
export class RegimeMissing extends DomainError {
  readonly code = 'programmes.regime-missing';
  readonly status = 422;

  constructor(component: string, year: number) {
    super({ component, year });
  }
}

/** No programme has this component. */
export class UnknownComponent extends DomainError {
  readonly code = 'programmes.unknown-component';
  readonly status = 422;

  /** @param known the ids that there are, for the message. */
  constructor(component: string, known: readonly string[]) {
    super({ component, known: known.join(', ') });
  }
}
