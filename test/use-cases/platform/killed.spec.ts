import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../../../src/platform/config/project-root.js';
import { bookOnEachDatabase } from '../../support/on-each-database.js';
import { addressText } from '../../support/templates.js';

const WRITER = join(projectRoot(), '.test-build/test/support/writes-half.js');

bookOnEachDatabase((database) => {
  it('is as it was when a process is killed half way, and keeps what was acknowledged', async () => {
    const child = spawn(process.execPath, [WRITER, addressText(database.book.address)]);
    await said(child, 'half');
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    const { reader, unitOfWork } = database.book;
    const count = async (prefix: string): Promise<number> =>
      (await reader.all('select id from capacity_holder where id like ?', [`${prefix}-%`])).length;
    expect(await count('whole')).toBe(500);
    expect(await count('half')).toBe(0);
    await unitOfWork.run((tx) =>
      tx.run(`insert into capacity_holder (id, movements) values ('half-0', 0)`),
    );
    expect(await count('half')).toBe(1);
  });
});

async function said(child: ChildProcess, word: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (part: Buffer) => {
      text += part.toString();
      if (text.includes(`${word}\n`)) resolve();
    });
    child.stderr?.on('data', (part: Buffer) => {
      reject(new Error(part.toString()));
    });
  });
}
