import { connect, type Socket } from 'node:net';

/** What a service answered. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

const HEAD_END = '\r\n\r\n';

/**
 * One connection that asks, waits for the answer, and asks again. It knows no more of HTTP than
 * our service speaks to it: whoever measures must not use up the processor that is measured.
 */
export class KeepAlive {
  private received = '';
  private settle: { resolve(answer: Answer): void; reject(error: Error): void } | undefined;

  private constructor(
    private readonly socket: Socket,
    private readonly host: string,
    private readonly cookies: string,
  ) {
    socket.setNoDelay(true).setEncoding('latin1');
    socket.on('data', (text: string) => {
      this.take(text);
    });
    socket.on('error', (error) => this.settle?.reject(error));
    socket.on('close', () => this.settle?.reject(new Error('the connection is closed')));
  }

  /** @param cookies of whoever asks */
  static async open(url: string, cookies: string): Promise<KeepAlive> {
    const { hostname, port, host } = new URL(url);
    const socket = connect(Number(port), hostname);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve).once('error', reject);
    });
    return new KeepAlive(socket, host, cookies);
  }

  /** @param body ASCII only @throws Error if the connection breaks before the answer is there */
  post(path: string, key: string, body: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
      this.socket.write(
        `POST ${path} HTTP/1.1\r\nhost: ${this.host}\r\ncontent-type: application/json\r\n` +
          `cookie: ${this.cookies}\r\n` +
          `idempotency-key: ${key}\r\ncontent-length: ${body.length}${HEAD_END}${body}`,
      );
    });
  }

  close(): void {
    this.settle = undefined;
    this.socket.destroy();
  }

  private take(text: string): void {
    this.received += text;
    const headEnd = this.received.indexOf(HEAD_END);
    if (headEnd < 0) return;
    const length = /\r\ncontent-length: (\d+)/i.exec(this.received.slice(0, headEnd))?.[1];
    if (length === undefined) return this.settle?.reject(new Error('an answer without length'));
    const bodyStart = headEnd + HEAD_END.length;
    if (this.received.length < bodyStart + Number(length)) return;
    const body = this.received.slice(bodyStart, bodyStart + Number(length));
    const status = Number(this.received.slice('HTTP/1.1 '.length, 'HTTP/1.1 200'.length));
    this.received = '';
    this.settle?.resolve({ status, body: Buffer.from(body, 'latin1').toString() });
  }
}
