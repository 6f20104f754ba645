import { SmtpMailer } from '../../../../src/platform/mail/smtp-mailer.js';
import { stopped, type Refusal } from '../refusal.js';

const mail = { to: ['rpa@kreis.example'], subject: 'Siegel', text: 'Stand 1' };

export const refusal: Refusal = {
  provoke: () =>
    stopped(() =>
      new SmtpMailer(
        { smtpUrl: undefined, mailFrom: 'buch@kreis.example' },
        { kind: 'empty' },
      ).send(mail),
    ),
  expected: {
    status: 503,
    facts: { reason: 'not-configured', detail: '' },
    detail: 'Es ist kein Mailserver eingestellt (SMTP_URL). Es wurde nichts verschickt.',
  },
};
