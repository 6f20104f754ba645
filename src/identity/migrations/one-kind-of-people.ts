import type { Engine } from '../../platform/database/engine.js';

/** Demo accounts in an example book only, real people in an empty one only. */
export const ONE_KIND_OF_PEOPLE: Readonly<Record<Engine, readonly string[]>> = {
  sqlite: [
    `create trigger "person_one_kind" before insert on "person"
     when not exists (select 1 from "book" where ("kind" = 'example') = (new."kind" = 'demo'))
     begin select raise(abort, 'person: kinds mixed'); end`,
  ],
  postgres: [
    `create function person_one_kind() returns trigger language plpgsql as $$
     begin
       if not exists (select 1 from book where (kind = 'example') = (new.kind = 'demo')) then
         raise exception 'person: kinds mixed' using errcode = '23514';
       end if;
       return new;
     end $$`,
    `create trigger "person_one_kind" before insert on "person"
     for each row execute function person_one_kind()`,
  ],
};
