import { DomainError } from '../domain/errors/domain-error.js';

/** Facts: partner. */
export class UnknownPartner extends DomainError {
  readonly code = 'contracts.unknown-partner';
  readonly status = 404;
}

/** The book has a partner of this id already. Facts: partner, name. */
export class PartnerTaken extends DomainError {
  readonly code = 'contracts.partner-taken';
  readonly status = 409;
}

/** Facts: contract. */
export class UnknownContract extends DomainError {
  readonly code = 'contracts.unknown-contract';
  readonly status = 404;
}

/** Facts: contract, version. */
export class UnknownVersion extends DomainError {
  readonly code = 'contracts.unknown-version';
  readonly status = 404;
}

/** A contract, a line or a post names a partner that the book does not have. Facts: partner, by. */
export class PartnerMissing extends DomainError {
  readonly code = 'contracts.partner-missing';
  readonly status = 422;
}

/** A post or a sub-forwarding names a line that no contract has. Facts: line. */
export class UnknownAllocationLine extends DomainError {
  readonly code = 'contracts.unknown-line';
  readonly status = 422;
}

/** Two contracts claim the same line id. Facts: line, contract, other. */
export class AllocationLineTaken extends DomainError {
  readonly code = 'contracts.line-taken';
  readonly status = 409;
}

/** A draft would give up a line on which posts or sub-forwardings rest. Facts: contract, line, kind, by. */
export class LineInUse extends DomainError {
  readonly code = 'contracts.line-in-use';
  readonly status = 409;
}

/** The speaking id of a version's line would not fit its column. Facts: id, limit. */
export class LineIdTooLong extends DomainError {
  readonly code = 'contracts.line-id-too-long';
  readonly status = 422;
}

/** The book has a contract of this id already. Facts: contract, title. */
export class ContractTaken extends DomainError {
  readonly code = 'contracts.contract-taken';
  readonly status = 409;
}

/** Who is party to what was sent out or signed does not change any more. Facts: contract, field. */
export class PartiesFixed extends DomainError {
  readonly code = 'contracts.parties-fixed';
  readonly status = 409;
}

/** A version in force is amended, never edited. Facts: contract, version. */
export class VersionInForce extends DomainError {
  readonly code = 'contracts.version-in-force';
  readonly status = 409;
}

/** What is out to be signed is not changed under the hands of who signs. Facts: contract, version. */
export class VersionSent extends DomainError {
  readonly code = 'contracts.version-sent';
  readonly status = 409;
}

/** Nobody signs or recalls what was not sent. Facts: contract, version. */
export class VersionNotSent extends DomainError {
  readonly code = 'contracts.version-not-sent';
  readonly status = 409;
}

/** A later version took effect meanwhile: this one rests on old figures. Facts: contract, version, later. */
export class VersionOvertaken extends DomainError {
  readonly code = 'contracts.version-overtaken';
  readonly status = 409;
}

/** A version of this contract is under way already. Facts: contract, version. */
export class DraftOpen extends DomainError {
  readonly code = 'contracts.draft-open';
  readonly status = 409;
}

/** Items of the checklist at which nobody looked (R4). Facts: contract, version, count, items. */
export class ChecklistOpen extends DomainError {
  readonly code = 'contracts.checklist-open';
  readonly status = 409;
}

/** Facts: contract, party. */
export class NotAParty extends DomainError {
  readonly code = 'contracts.not-a-party';
  readonly status = 422;
}

/** Facts: contract, version, party, signedOn. */
export class SignedAlready extends DomainError {
  readonly code = 'contracts.signed-already';
  readonly status = 409;
}

/** A version by notice names the notice that changes the values (R10). Facts: contract. */
export class CauseMissing extends DomainError {
  readonly code = 'contracts.cause-missing';
  readonly status = 422;
}

/** The contract does not say that values follow the notice without signature (R10). Facts: contract, on. */
export class NeedsSignatures extends DomainError {
  readonly code = 'contracts.needs-signatures';
  readonly status = 409;
}

/** Facts: contract, party, endsOn. */
export class AlreadyTerminated extends DomainError {
  readonly code = 'contracts.already-terminated';
  readonly status = 409;
}

/** Facts: contract. */
export class NotTerminated extends DomainError {
  readonly code = 'contracts.not-terminated';
  readonly status = 409;
}

/** On that day the contract binds nobody, nor later. Facts: contract, on. */
export class NothingToTerminate extends DomainError {
  readonly code = 'contracts.nothing-to-terminate';
  readonly status = 409;
}

/** Facts: contract, document. */
export class UnknownDocument extends DomainError {
  readonly code = 'contracts.unknown-document';
  readonly status = 404;
}

/** The document is noted only: it was filed without a file. Facts: contract, document. */
export class DocumentWithoutFile extends DomainError {
  readonly code = 'contracts.document-without-file';
  readonly status = 404;
}
