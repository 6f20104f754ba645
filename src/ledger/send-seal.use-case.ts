import { Injectable } from '@nestjs/common';
import { formatGermanDay } from '../domain/calendar/plain-date.js';
import { AppConfig } from '../platform/config/app-config.js';
import { MailNotSent } from '../platform/mail/mail.errors.js';
import { Mailer } from '../platform/mail/mailer.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ClosingSealQueries } from './closing-seal.queries.js';
import { holdAll } from './entries/line-sums.js';
import { SealMailQueries } from './seal-mails.queries.js';
import { SealMailRow } from './tables/seal-mail.entity.js';
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
    private readonly mails: SealMailQueries,
    private readonly unitOfWork: UnitOfWork,
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
   * stands whether or not the mail leaves: what the server has against it is told and kept, not
   * thrown, and `sendOpen` tries again. Where it left, what was left of earlier ones is sent too.
   */
  async ofClosing(period: string): Promise<SealSent | undefined> {
    const sent = await this.attempt(period);
    if (sent !== undefined && sent.refused === undefined) await this.sendOpen();
    return sent;
  }

  /**
   * Seals that have not left yet, the oldest first, until the server refuses one. Two services that
   * do so at once may send one twice: better than never.
   * @returns how many left
   */
  async sendOpen(): Promise<number> {
    if (this.config.sealMail.length === 0 || this.mailer.unavailable !== undefined) return 0;
    let left = 0;
    for (const period of await this.mails.open()) {
      const sent = await this.attempt(period);
      if (sent?.refused !== undefined) break;
      if (sent !== undefined) left += 1;
    }
    return left;
  }

  private async attempt(period: string): Promise<SealSent | undefined> {
    const to = this.config.sealMail;
    const closing = await this.closings.closing(period);
    if (to.length === 0 || closing === undefined) return undefined;
    const refused = await this.refusalOf(await this.closings.seal(closing), to);
    await this.keep(period, to, refused);
    return refused === undefined ? { to } : { to, refused };
  }

  private async refusalOf(seal: Seal, to: readonly string[]): Promise<MailNotSent | undefined> {
    try {
      await this.execute(seal, to);
      return undefined;
    } catch (error) {
      if (!(error instanceof MailNotSent)) throw error;
      return error;
    }
  }

  /** No figure of the book rests on it: what was computed stays. */
  private keep(
    period: string,
    recipients: readonly string[],
    refused: MailNotSent | undefined,
  ): Promise<void> {
    return this.unitOfWork.note(async (tx) => {
      await holdAll(tx, [`seal-mail:${period}`]);
      const rows = tx.repository(SealMailRow);
      const attempt = 1 + (await rows.countBy({ period }));
      const { reason = '', detail = '' } = refused?.facts ?? {};
      const told = refused === undefined ? null : [reason, detail].join(' ').trim();
      await rows.insert({ period, attempt, recipients, refused: told, recordedAt: tx.at });
    });
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
