import type { EntityTarget, ObjectLiteral, Repository } from 'typeorm';
import type { Instant } from '../../domain/calendar/instant.js';

/** A value that both databases take as a parameter. */
export type SqlValue = string | number | bigint | boolean | null;

/** A statement with `?` for parameters. */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
}

/** One open transaction. Whoever writes takes it as first parameter; nothing else can write. */
export interface Tx {
  /** The instant that every row written in this transaction carries as `recordedAt`. */
  readonly at: Instant;
  /** Rows of a statement with `?` for parameters, on both databases. */
  all<Row>(sql: string, parameters?: readonly SqlValue[]): Promise<Row[]>;
  run(sql: string, parameters?: readonly SqlValue[]): Promise<void>;
  /** Runs statements in their order; on PostgreSQL they go out at once, and their answers come at once. */
  together(statements: readonly Statement[]): Promise<void>;
  repository<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>): Repository<Entity>;
  /** Runs `work` once, as the last of the command: for what must hold when all of it is written. */
  atEnd(key: string, work: () => Promise<void>): void;
  /**
   * As `atEnd`, for what comes together on the way: `work` runs once, with all that was put to the
   * same key.
   */
  gather<Item>(key: string, items: readonly Item[], work: GatheredWork<Item>): void;
  /** Called when the command is on disk; never where it is refused or only rehearsed. */
  onCommitted(tell: () => void): void;
}

/** Work at the end of a command on all that was gathered for it. */
export type GatheredWork<Item> = (items: readonly Item[]) => Promise<void>;

/** A command of somebody, with the key that makes its repetition harmless. */
export interface Command {
  /** Chosen by the caller: `Idempotency-Key`, a hidden form field. */
  readonly key: string;
  /** `person:…`, `token:…` or `system:…`. */
  readonly actor: string;
  readonly route: string;
  /** The parsed content; hashed in canonical form. */
  readonly content: unknown;
}

/** The only way to write: a transaction per command, grouped on SQLite, retried on PostgreSQL. */
export abstract class UnitOfWork {
  /** Runs `work` in one transaction; resolves when it is on disk, rejects with nothing written. */
  abstract run<T>(work: (tx: Tx) => Promise<T>): Promise<T>;

  /**
   * As `run`, for working memory that no figure and no list rests on (drafts): the book does not
   * count as changed, so that what was computed from it is kept.
   */
  abstract note<T>(work: (tx: Tx) => Promise<T>): Promise<T>;

  /**
   * Runs `work` as `run` does, and takes everything back: what would come of it, or why not.
   * What the answer tells is read inside; nothing is written, nobody sees it.
   */
  abstract rehearse<T>(work: (tx: Tx) => Promise<T>): Promise<T>;

  /**
   * As `run`, but the command's key is claimed first: a repeat with the same content gets the
   * first answer (the id of what was made), with other content a 409. A refusal keeps no key.
   */
  abstract once(command: Command, work: (tx: Tx) => Promise<string>): Promise<string>;
}
