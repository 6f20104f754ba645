import { SMTPServer } from 'smtp-server';

/** A real mail server on this machine; it keeps what it is given. */
export async function mailServer(): Promise<{
  readonly url: string;
  readonly received: string[];
  readonly stop: () => Promise<void>;
}> {
  const received: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _, answer) => {
      answer(address.startsWith('niemand') ? new Error('gibt es nicht') : null);
    },
    onData: (stream, _, answer) => {
      let text = '';
      stream.on('data', (part: Buffer) => (text += part.toString('utf8')));
      stream.on('end', () => {
        received.push(text);
        answer();
      });
    },
  });
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
  const address = server.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const stop = () =>
    new Promise<void>((done) => {
      server.close(done);
    });
  return { url: `smtp://127.0.0.1:${port}`, received, stop };
}
