/**
 * Runs the emulators of one test run: prints where they are and what points the whole Worker at them, as JSON; ends
 * with its standard input.
 */
import { openDoor } from '../emulators/door.ts';
import { geminiEmulator } from '../emulators/gemini/emulator.ts';
import { openLiveKit } from '../emulators/livekit/livekit.ts';
import { secretOf } from '../emulators/livekit/project.ts';
import { openAiEmulator } from '../emulators/openai/emulator.ts';
import { withMemory } from '../emulators/remembered-ears.ts';
import { USUAL_BRAINS } from '../emulators/usual-brains.ts';

/** The project that calls of the region `eu` run on in the whole Worker's tests. */
const CALLS_KEY = 'interloop-tests';

// Makers' suites listen to their own voices; to know the test recordings would take the first seconds of the run.
const brains = withMemory({ ...USUAL_BRAINS, ears: async () => '' });
/** A live line says that it will end, and ends, while a test is still there. */
const LEAVES_MS = 300;

const livekit = await openLiveKit();
const openai = await openDoor(openAiEmulator(brains));
const gemini = await openDoor(geminiEmulator(brains, { leavesMs: LEAVES_MS }));
process.stdout.write(
  JSON.stringify({
    urls: { gemini: gemini.url, livekit: livekit.url, openai: openai.url },
    bindings: {
      LIVEKIT_URL_EU: livekit.url,
      LIVEKIT_API_KEY_EU: CALLS_KEY,
      LIVEKIT_API_SECRET_EU: secretOf(CALLS_KEY),
    },
  }),
);
process.stdin.resume();
process.stdin.on('end', async () => {
  await Promise.all([livekit.close(), openai.close(), gemini.close()]);
  process.exit(0);
});
