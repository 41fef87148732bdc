/** Whether a browser's sound system runs: Firefox waits for ever where the device has nothing to play sound on. */
const PATIENCE_MS = 3000;

/** To be called after a press: before one, a browser may hold sound back. */
export async function runs(context: AudioContext): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((done) => {
    timer = setTimeout(done, PATIENCE_MS);
  });
  await Promise.race([context.resume().catch(() => {}), late]);
  clearTimeout(timer);
  return context.state === 'running';
}
