import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PasswordHashing } from '../passwords/password-hashing.js';

const CODES = 10;
const GROUPS = 4;
const GROUP_LENGTH = 4;
const CODE_LENGTH = GROUPS * GROUP_LENGTH;

/** 32 signs that nobody mixes up when reading them from paper: no i, l, o, u (Crockford). */
const SIGNS = '0123456789abcdefghjkmnpqrstvwxyz';

/** New codes: the texts are shown once, the hashes are stored, in the same order. */
export interface NewRecoveryCodes {
  readonly codes: readonly string[];
  readonly hashes: readonly string[];
}

/** "Wiederherstellungscodes": ten codes on paper, each good once, for whoever lost the phone. */
@Injectable()
export class RecoveryCodes {
  constructor(private readonly hashing: PasswordHashing) {}

  /** Ten codes of 80 random bits, hashed as passwords are. */
  async produce(): Promise<NewRecoveryCodes> {
    const codes = Array.from({ length: CODES }, newCode);
    const hashes = await Promise.all(codes.map((code) => this.hashing.hash(bare(code))));
    return { codes, hashes };
  }

  /** Which of the hashes not used yet the code belongs to; undefined: to none. */
  async find(code: string, hashes: readonly string[]): Promise<string | undefined> {
    const typed = bare(code);
    if (typed.length !== CODE_LENGTH) return undefined;
    const fits = await Promise.all(hashes.map((hash) => this.hashing.verify(hash, typed)));
    return hashes.find((_, index) => fits[index]);
  }
}

function newCode(): string {
  const signs = Array.from(randomBytes(CODE_LENGTH), (byte) => SIGNS[byte % SIGNS.length]);
  return Array.from({ length: GROUPS }, (_, group) =>
    signs.slice(group * GROUP_LENGTH, (group + 1) * GROUP_LENGTH).join(''),
  ).join('-');
}

/** The signs of a code as typed; what looks alike counts as alike. */
function bare(code: string): string {
  return code
    .toLowerCase()
    .replace(/[\s–-]/g, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1');
}
