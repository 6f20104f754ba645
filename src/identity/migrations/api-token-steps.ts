import type { Engine } from '../../platform/database/engine.js';

/** Told by the trigger; the module's refusals know it. */
export const TOKEN_STEP_REFUSED = 'api_token: no such step';

/**
 * A key is made by whoever asks for it, is never good from the start, stays what it was, and the
 * consent is stated by the one who gives it; after it was revoked nothing follows.
 */
const FOLLOWS = `
  (new."revision" = 1 and new."created_by" = new."recorded_by"
    and new."consented_by" is null and not new."withdrawn")
  or exists (
    select 1 from "api_token" before
    where before."id" = new."id" and before."revision" = new."revision" - 1 and not before."withdrawn"
      and before."role" = new."role" and before."purpose" = new."purpose" and before."until" = new."until"
      and before."secret_hash" = new."secret_hash" and before."created_by" = new."created_by"
      and (before."consented_by" is not distinct from new."consented_by"
        or (before."consented_by" is null and new."consented_by" = new."recorded_by"
          and not new."withdrawn")))`;

/** The steps of a key, held by both databases. */
export const API_TOKEN_STEPS: Readonly<Record<Engine, readonly string[]>> = {
  sqlite: [
    `create trigger "api_token_steps" before insert on "api_token"
     when not (${FOLLOWS})
     begin select raise(abort, '${TOKEN_STEP_REFUSED}'); end`,
  ],
  postgres: [
    `create function api_token_steps() returns trigger language plpgsql as $$
     begin
       if not (${FOLLOWS}) then
         raise exception '${TOKEN_STEP_REFUSED}' using errcode = '23514';
       end if;
       return new;
     end $$`,
    `create trigger "api_token_steps" before insert on "api_token"
     for each row execute function api_token_steps()`,
  ],
};
