import { DomainError, type Facts } from '../../src/domain/errors/domain-error.js';

/** The code and facts with which the action is refused; fails if it is not refused by a rule. */
export function refusalFacts(action: () => unknown): Facts & { readonly code: string } {
  try {
    action();
  } catch (error) {
    if (error instanceof DomainError) return { ...error.facts, code: error.code };
    throw error;
  }
  throw new Error('the action was not refused');
}
