import type { KeyObject } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';
import { opened, sealed } from './cipher.js';
import { obtainKeyFile, readKeyFile } from './key-file.js';
import { SecretsKeyMissing, SecretsKeyWrong } from './secrets.errors.js';

/**
 * What the book has to read again and nobody else may: stored encrypted. The key stands in
 * `SECRETS_KEY`; without it beside an embedded database, in a file that is made at the first need.
 */
@Injectable()
export class Secrets {
  private readonly log = new Logger(Secrets.name);
  private readonly file: string | undefined;
  private key: KeyObject | undefined;

  constructor({ secretsKey, database }: AppConfig) {
    this.key = secretsKey;
    const isBeside = secretsKey === undefined && database.kind === 'sqlite';
    this.file = isBeside ? `${database.file}.key` : undefined;
  }

  /** Where the key has its place, as the operator knows it. */
  get place(): string {
    return this.file ?? 'SECRETS_KEY';
  }

  /** Whether something can be sealed: there is a key, or it may be made. */
  get canSeal(): boolean {
    return this.key !== undefined || this.file !== undefined;
  }

  /** Whether the key is there already. @throws ConfigError if its file holds none */
  hasKey(): boolean {
    return this.found() !== undefined;
  }

  /** @param owner whose secret it is, and what for @throws SecretsKeyMissing */
  seal(text: string, owner: string): string {
    if (this.file !== undefined) this.key ??= obtainKeyFile(this.file);
    if (this.key === undefined) throw new SecretsKeyMissing({});
    return sealed(this.key, text, owner);
  }

  /** @throws SecretsKeyWrong */
  open(text: string, owner: string): string {
    const plain = this.tryOpen(text, owner);
    if (plain !== undefined) return plain;
    this.log.error(`a stored secret does not open: not with the key of ${this.place}`);
    throw new SecretsKeyWrong({});
  }

  /** Whether it opens. */
  opens(text: string, owner: string): boolean {
    return this.tryOpen(text, owner) !== undefined;
  }

  private tryOpen(text: string, owner: string): string | undefined {
    const key = this.found();
    return key === undefined ? undefined : opened(key, text, owner);
  }

  /** A file that is not there is never made to read with: it would open nothing. */
  private found(): KeyObject | undefined {
    if (this.file !== undefined) this.key ??= readKeyFile(this.file);
    return this.key;
  }
}
