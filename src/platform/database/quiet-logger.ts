import { AbstractLogger } from 'typeorm';

/** TypeORM says nothing by itself: what fails is thrown, and logged once by whoever answers. */
export class QuietLogger extends AbstractLogger {
  protected override writeLog(): void {
    // see above
  }
}
