/**
 * What each of them resolves to, when all are answered: none is left behind unobserved.
 * @throws what the first of them in this order, not in time, was rejected with
 */
export async function allAnswered<T extends readonly unknown[]>(
  answers: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const settled = await Promise.allSettled(answers);
  const failed = settled.find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
  return Promise.all(answers);
}
