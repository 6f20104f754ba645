import type { AuditedFacts } from './identity/audit/audit.types.js';

/**
 * How each table of facts is told in the audit trail: what its rows are, which object they are part
 * of, and which values are personal. A test holds it against the tables.
 */
export const AUDITED_FACTS: AuditedFacts = {
  person_rights: { kind: 'person' },
  deputy: { kind: 'deputy' },
  lent_role: { kind: 'lent-role' },
  account_change: { kind: 'account-change' },
  api_token: { kind: 'token', personal: ['secretHash'] },
  notice: { kind: 'notice' },
  notice_line: { kind: 'notice-line', partOf: { kind: 'notice', at: 'noticeId' } },
  partner: { kind: 'partner' },
  contract: { kind: 'contract' },
  contract_version: { kind: 'contract-version', partOf: { kind: 'contract', at: 'contractId' } },
  allocation_line: { kind: 'allocation-line', partOf: { kind: 'contract', at: 'contractId' } },
  contract_document: { kind: 'contract-document', partOf: { kind: 'contract', at: 'contractId' } },
  position: { kind: 'position' },
  occupancy: {
    kind: 'occupancy',
    partOf: { kind: 'position', at: 'positionId' },
    personal: ['personKey', 'unpaid'],
  },
  take_over: { kind: 'take-over' },
  taken_line: { kind: 'taken-line', partOf: { kind: 'take-over', at: 'takeOverId' } },
  taken_notice_line: { kind: 'taken-notice-line', partOf: { kind: 'take-over', at: 'takeOverId' } },
};
