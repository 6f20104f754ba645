import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { KeptSignIn } from './office-directory.js';

/** A sign-in that is under way: what the directory's answer is held against, and where it leads. */
export interface SignInUnderWay {
  readonly kept: KeptSignIn;
  readonly leadsTo: string;
}

/** As long as somebody may take at the directory. */
const GOOD_FOR_MS = 10 * 60_000;

const COLUMNS = `nonce as "nonce", verifier as "verifier", redirect_url as "redirectUrl",
  leads_to as "leadsTo"`;

type Line = Omit<KeptSignIn, 'state'> & Pick<SignInUnderWay, 'leadsTo'>;

/** What the book keeps, on the server, while browsers are at the directory. */
@Injectable()
export class DirectorySignIns {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Keeps what a browser began; what is too old is forgotten by the way.
   * @param browser what only this browser holds
   */
  async keep(browser: string, { kept, leadsTo }: SignInUnderWay): Promise<void> {
    await this.unitOfWork.note(async (tx) => {
      const until = new Date(Date.parse(tx.at) + GOOD_FOR_MS).toISOString();
      await tx.run('delete from directory_sign_in where until <= ?', [tx.at]);
      await tx.run(
        `insert into directory_sign_in
           (state_hash, browser_hash, nonce, verifier, redirect_url, leads_to, until)
         values (?, ?, ?, ?, ?, ?, ?)`,
        [
          ...[hashOf(kept.state), hashOf(browser), kept.nonce, kept.verifier],
          ...[kept.redirectUrl, leadsTo, until],
        ],
      );
    });
  }

  /**
   * What this very browser began, once: a second answer finds nothing.
   * @param state as the directory sent it back
   */
  async take(browser: string, state: string): Promise<SignInUnderWay | undefined> {
    const [line] = await this.unitOfWork.note((tx) =>
      tx.all<Line>(
        `delete from directory_sign_in
         where state_hash = ? and browser_hash = ? and until > ? returning ${COLUMNS}`,
        [hashOf(state), hashOf(browser), tx.at],
      ),
    );
    if (line === undefined) return undefined;
    const { leadsTo, ...rest } = line;
    return { kept: { state, ...rest }, leadsTo };
  }
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
