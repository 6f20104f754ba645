import { Injectable } from '@nestjs/common';
import { formatGermanDay } from '../domain/calendar/plain-date.js';
import { AppConfig } from '../platform/config/app-config.js';
import { MailNotSent } from '../platform/mail/mail.errors.js';
import { Mailer } from '../platform/mail/mailer.js';
import { ClosingSealQueries } from './closing-seal.queries.js';
import { sealText, type Seal } from './verification/seal.rules.js';

/** What became of the seal of a closing: to whom it went, or why it did not. */
export interface SealSent {
  readonly to: readonly string[];
  readonly refused?: MailNotSent;
}

/** "Siegel versenden": what leaves the book cannot be changed in it. */
@Injectable()
export class SendSealUseCase {
  constructor(
    private readonly mailer: Mailer,
    private readonly config: AppConfig,
    private readonly closings: ClosingSealQueries,
  ) {}

  /** @throws MailNotSent */
  async execute(seal: Seal, to: readonly string[]): Promise<void> {
    await this.mailer.send({
      to,
      subject: `Siegel des Weiterleitungsbuchs vom ${formatGermanDay(seal.day)}`,
      text: mailText(seal, this.config.officeName),
      attachments: [
        {
          filename: `siegel-${seal.day}-${seal.count}.json`,
          contentType: 'application/json',
          content: sealText(seal),
        },
      ],
    });
  }

  /**
   * The seal of a closing to all whom `SEAL_MAIL` names; undefined if it names nobody. The closing
   * stands whether or not the mail leaves: what the server has against it is told, not thrown.
   */
  async ofClosing(period: string): Promise<SealSent | undefined> {
    const to = this.config.sealMail;
    const closing = await this.closings.closing(period);
    if (to.length === 0 || closing === undefined) return undefined;
    try {
      await this.execute(await this.closings.seal(closing), to);
      return { to };
    } catch (error) {
      if (!(error instanceof MailNotSent)) throw error;
      return { to, refused: error };
    }
  }
}

function mailText({ day, count, hash }: Seal, office: string): string {
  return [
    `${office}: Siegel des Weiterleitungsbuchs vom ${formatGermanDay(day)}`,
    '',
    `Glieder der Kette: ${count.toLocaleString('de-DE')}`,
    `Hash des letzten:  ${hash}`,
    '',
    'Bitte bewahren Sie diese Mail mit ihrer Anlage auf. „ledger verify --seal DATEI“ hält das Buch',
    'später dagegen: Was bis hierher gebucht war, kann dann nicht unbemerkt geändert worden sein.',
    '',
  ].join('\n');
}
