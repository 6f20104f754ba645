import type { Engine } from '../../src/platform/database/engine.js';

/**
 * The triggers beside those of append-only tables, by module. A migration that adds one adds it
 * here; one that is missing here, or in the database, fails the test: on SQLite a rebuilt table
 * loses its triggers without a word.
 */
export const OTHER_TRIGGERS: Readonly<Record<string, Readonly<Record<Engine, readonly string[]>>>> =
  {
    capacity: {
      sqlite: ['capacity_movement_counted', 'capacity_movement_within_grant'],
      postgres: ['capacity_movement_within_grant'],
    },
    identity: {
      sqlite: [
        'account_change_steps',
        'act_four_eyes',
        'act_part_in_time',
        'act_role_held',
        'api_token_steps',
        'audit_chain_follows',
        'audit_event_waits',
        'deputy_second_word',
        'lent_role_two_administrators',
        'one_time_link_by_two',
        'person_one_kind',
        'person_profile_by_two',
        'person_rights_by_two',
        'person_rights_together',
        'second_factor_by_two',
        'session_of_account',
      ],
      postgres: [
        'account_change_steps',
        'act_four_eyes',
        'act_part_in_time',
        'act_role_held',
        'api_token_steps',
        'audit_chain_follows',
        'audit_event_waits',
        'deputy_second_word',
        'lent_role_two_administrators',
        'one_time_link_by_two',
        'person_one_kind',
        'person_profile_by_two',
        'person_rights_by_two',
        'person_rights_together',
        'second_factor_by_two',
        'session_of_account',
      ],
    },
    ledger: {
      sqlite: [
        'act_ledger_entry_entered',
        'ledger_account_waits',
        'ledger_chain_links',
        'ledger_closing_waits',
        'ledger_entry_sound',
        'ledger_posting_counted',
        'ledger_posting_sealed',
      ],
      postgres: [
        'act_ledger_entry_entered',
        'ledger_account_waits',
        'ledger_chain_links',
        'ledger_closing_waits',
        'ledger_entry_sound',
        'ledger_posting_closed',
        'ledger_posting_sealed',
      ],
    },
  };
