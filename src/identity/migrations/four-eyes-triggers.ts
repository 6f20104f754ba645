/**
 * What the database itself holds of four eyes, beside the code that tells it in words: nobody does
 * two different things to one case, and only persons judge. On PostgreSQL two sessions do not see
 * each other's rows: both hold the case first.
 */

const SAME_SUBJECT = 'e.subject_kind = new.subject_kind and e.subject_id = new.subject_id';
const PARTS_OF_NEW =
  'act_part p where p.subject_kind = new.subject_kind and p.subject_id = new.subject_id';
const OF_PART = 'e.subject_kind = p.part_kind and e.subject_id = p.part_id';

/** Each refusal with the condition under which it is raised. */
const REFUSALS: readonly (readonly [message: string, condition: string])[] = [
  [
    'act: not a person',
    `new.act <> 'entered' and not exists (select 1 from person where 'person:' || id = new.actor)`,
  ],
  [
    'act: same person',
    `exists (select 1 from act e where ${SAME_SUBJECT} and e.actor = new.actor and e.act <> new.act
       and not (e.act = 'certified' and new.act = 'ordered' and new.one_person_rule is not null))
     or (new.act = 'released' and exists (select 1 from ${PARTS_OF_NEW} and exists (
       select 1 from act e where ${OF_PART} and e.actor = new.actor and e.act <> 'released')))
     or (new.act <> 'released' and exists (
       select 1 from act_part p join act e
         on e.subject_kind = p.subject_kind and e.subject_id = p.subject_id
       where p.part_kind = new.subject_kind and p.part_id = new.subject_id
         and e.act = 'released' and e.actor = new.actor))`,
  ],
  [
    'act: repeated',
    `exists (select 1 from act e where ${SAME_SUBJECT} and e.actor = new.actor and e.act = new.act)`,
  ],
  [
    'act: complete',
    `(new.act = 'entered' and exists (select 1 from act e where ${SAME_SUBJECT} and e.act <> 'entered'))
     or (new.act <> 'entered' and (
       select count(*) from act e where ${SAME_SUBJECT} and e.act = new.act
     ) >= case when new.act in ('released', 'countersigned') then 2 else 1 end)`,
  ],
  [
    'act: not due',
    `new.act <> 'entered'
       and not exists (select 1 from act e where ${SAME_SUBJECT} and e.act = 'entered')
     or new.act = 'ordered'
       and not exists (select 1 from act e where ${SAME_SUBJECT} and e.act = 'certified')
     or new.act = 'released' and not exists (select 1 from ${PARTS_OF_NEW})
       and not exists (select 1 from act e where ${SAME_SUBJECT} and e.act = 'ordered')
     or new.act = 'released' and exists (select 1 from ${PARTS_OF_NEW} and not exists (
       select 1 from act e where ${OF_PART} and e.act = 'ordered'))`,
  ],
];

const PART_TOO_LATE = `exists (select 1 from act e where ${SAME_SUBJECT} and e.act <> 'entered')`;

export const SQLITE_FOUR_EYES: Readonly<Record<string, string>> = {
  act_four_eyes: `
    create trigger "act_four_eyes" before insert on "act"
    begin
      ${REFUSALS.map(([message, on]) => `select raise(abort, '${message}') where ${on};`).join('\n')}
    end`,
  act_part_in_time: `
    create trigger "act_part_in_time" before insert on "act_part" when ${PART_TOO_LATE}
    begin select raise(abort, 'act: complete'); end`,
};

const HOLD = `
  insert into act_subject (kind, id) values (new.subject_kind, new.subject_id) on conflict do nothing;
  perform 1 from act_subject s
  where (s.kind = new.subject_kind and s.id = new.subject_id)
    or exists (select 1 from ${PARTS_OF_NEW} and p.part_kind = s.kind and p.part_id = s.id)
  order by s.kind, s.id for update;`;

export const POSTGRES_FOUR_EYES_FUNCTIONS: readonly string[] = [
  `create function act_four_eyes() returns trigger language plpgsql as $$
   begin
     ${HOLD}
     ${REFUSALS.map(
       ([message, on]) =>
         `if ${on} then raise exception '${message}' using errcode = '23514'; end if;`,
     ).join('\n')}
     return new;
   end $$`,
  `create function act_part_in_time() returns trigger language plpgsql as $$
   begin
     insert into act_subject (kind, id) values (new.subject_kind, new.subject_id) on conflict do nothing;
     perform 1 from act_subject s where s.kind = new.subject_kind and s.id = new.subject_id for update;
     if ${PART_TOO_LATE} then raise exception 'act: complete' using errcode = '23514'; end if;
     return new;
   end $$`,
];

export const POSTGRES_FOUR_EYES: Readonly<Record<string, string>> = {
  act_four_eyes: `
    create trigger "act_four_eyes" before insert on "act"
    for each row execute function act_four_eyes()`,
  act_part_in_time: `
    create trigger "act_part_in_time" before insert on "act_part"
    for each row execute function act_part_in_time()`,
};
