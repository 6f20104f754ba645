import { DomainError } from '../../domain/errors/domain-error.js';

/** There is no such person. Facts: id. */
export class UnknownPerson extends DomainError {
  readonly code = 'identity.unknown-person';
  readonly status = 404;
}

/** Nobody changes their own rights, nor closes their own account. */
export class OwnRights extends DomainError {
  readonly code = 'identity.own-rights';
  readonly status = 403;
}

/** Without this administrator nobody could let people in any more. */
export class LastAdministrator extends DomainError {
  readonly code = 'identity.last-administrator';
  readonly status = 409;
}

/** Who belongs to an organisation gets no role in the office, and the other way round. */
export class OrganisationFixed extends DomainError {
  readonly code = 'identity.organisation-fixed';
  readonly status = 422;
}

/** Colleagues are invited and removed by the lead people of the organisation. */
export class LeadNeeded extends DomainError {
  readonly code = 'identity.lead-needed';
  readonly status = 403;
}

/** The account is in a state in which this cannot be done. Facts: state (open, closed, erased, directory). */
export class AccountState extends DomainError {
  readonly code = 'identity.account-state';
  readonly status = 409;
}

/** There is no such organisation. Facts: partner, pointer. */
export class UnknownOrganisation extends DomainError {
  readonly code = 'identity.unknown-organisation';
  readonly status = 422;
}
