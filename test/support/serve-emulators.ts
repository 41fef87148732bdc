/** Runs the emulators for tests inside workerd; prints what points the Worker at them, ends with its standard input. */
import { openLiveKit } from '../emulators/livekit/livekit.ts';
import { secretOf } from '../emulators/livekit/project.ts';

/** The project that calls of the region `eu` run on in the whole Worker's tests. */
const CALLS_KEY = 'interloop-tests';

const livekit = await openLiveKit();
process.stdout.write(
  JSON.stringify({
    LIVEKIT_URL_EU: livekit.url,
    LIVEKIT_API_KEY_EU: CALLS_KEY,
    LIVEKIT_API_SECRET_EU: secretOf(CALLS_KEY),
  }),
);
process.stdin.resume();
process.stdin.on('end', async () => {
  await livekit.close();
  process.exit(0);
});
