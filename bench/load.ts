import { Agent, get } from 'node:http';

/**
 * Milliseconds of each answer, from `clients` who ask again as soon as they are answered.
 *
 * @param url what they ask, or what the n-th of them all asks
 * @param cookies of whoever asks; '' for what needs no sign-in
 */
export async function loadTimes(
  url: string | ((turn: number) => string),
  clients: number,
  seconds: number,
  cookies = '',
): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const times: number[] = [];
  let turn = 0;
  const endsAt = performance.now() + seconds * 1000;
  const client = async (): Promise<void> => {
    while (performance.now() < endsAt) {
      const askedAt = performance.now();
      turn += 1;
      await ask(typeof url === 'string' ? url : url(turn), agent, cookies);
      times.push(performance.now() - askedAt);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  agent.destroy();
  return times;
}

function ask(url: string, agent: Agent, cookie: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { cookie } }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${url} answers ${answer.statusCode}`));
      answer.on('end', resolve);
      answer.resume();
    }).on('error', reject);
  });
}
