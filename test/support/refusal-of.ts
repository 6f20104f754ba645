/** What the work is refused with, as one text with code and facts; fails if it is not refused. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Error) return error.message.replaceAll('\\"', '"');
    throw error;
  }
  throw new Error('the work was not refused');
}
