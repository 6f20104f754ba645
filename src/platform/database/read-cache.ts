import type { BookVersion } from './book-version.js';

/**
 * Keeps what was computed from the book until the book changes: the newest few answers, by the
 * token of the book's state and the question. Who asks the same meanwhile waits for one answer.
 */
export class ReadCache<Answer> {
  private readonly answers = new Map<string, Promise<Answer>>();

  constructor(
    private readonly version: BookVersion,
    private readonly size: number,
  ) {}

  /** @param question everything that the answer depends on, beside the book itself */
  async get(question: string, compute: () => Promise<Answer>): Promise<Answer> {
    const key = `${await this.version.current()}|${question}`;
    const known = this.answers.get(key);
    if (known !== undefined) {
      this.answers.delete(key);
      this.answers.set(key, known);
      return known;
    }
    const answer = compute();
    this.answers.set(key, answer);
    answer.catch(() => this.answers.delete(key));
    for (const oldest of this.answers.keys()) {
      if (this.answers.size <= this.size) break;
      this.answers.delete(oldest);
    }
    return answer;
  }
}
