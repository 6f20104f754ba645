import type { Engine } from '../../platform/database/engine.js';

/** An event that is written waits for its place in the chain from that moment on. */
export const EVENT_WAITS: Readonly<Record<Engine, readonly string[]>> = {
  sqlite: [
    `create trigger "audit_event_waits" after insert on "audit_event"
     begin insert into audit_unchained (event_id) values (new.id); end`,
  ],
  postgres: [
    `create function audit_event_waits() returns trigger language plpgsql as $$
     begin
       insert into audit_unchained (event_id) values (new.id);
       return null;
     end $$`,
    `create trigger "audit_event_waits" after insert on "audit_event"
     for each row execute function audit_event_waits()`,
  ],
};
