const AGAIN_MS = 50;
const PATIENCE_MS = 20_000;

/** Asks again until there is an answer; fails with what was waited for. */
export async function until<T>(
  look: () => Promise<T | undefined> | T | undefined,
  what = 'it',
  patienceMs = PATIENCE_MS,
  againMs = AGAIN_MS,
): Promise<T> {
  const end = performance.now() + patienceMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error(`Waited in vain for ${what}`);
    await new Promise((done) => setTimeout(done, againMs));
  }
}
