import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../platform/config/app-config.js';
import { CommonPasswords } from './common-passwords.js';
import { ensureFitPassword } from './password.rules.js';

const PRODUCT = 'Weiterleitungsbuch';

/** Judges the passwords that people choose. */
@Injectable()
export class NewPasswords {
  constructor(
    private readonly commonPasswords: CommonPasswords,
    private readonly config: AppConfig,
  ) {}

  /**
   * "Passwort wählen", held against what is known of whoever chooses it.
   *
   * @param about name, mail address and organisation of the person
   * @throws PasswordTooShort, PasswordTooLong, PasswordTooCommon
   */
  async ensureFit(password: string, about: readonly string[]): Promise<void> {
    const common = await this.commonPasswords.all();
    ensureFitPassword(password, { common, context: [PRODUCT, this.config.officeName, ...about] });
  }
}
