import { Injectable } from '@nestjs/common';
import type { Person } from '../people/people.queries.js';
import type { Origin } from '../sessions/sessions.js';

/** What is left to do for somebody whose password was right. */
export interface SecondFactorWay {
  /** Whether the person has to show a second factor, too. */
  isDue(person: Person): Promise<boolean>;
  /** Notes that the password was right. @returns the secret with which the browser goes on */
  begin(person: Person, origin: Origin): Promise<string>;
}

/** "Zweiter Faktor": the step between password and session, where somebody offers it. */
@Injectable()
export class SecondFactorStep {
  private way: SecondFactorWay | undefined;

  register(way: SecondFactorWay): void {
    this.way = way;
  }

  /** The ticket for the next step; undefined: none is due. */
  async ticketFor(person: Person, origin: Origin): Promise<string | undefined> {
    if (this.way === undefined || !(await this.way.isDue(person))) return undefined;
    return this.way.begin(person, origin);
  }
}
