/** Every maker of live talk, against its emulator; against the real service too where a key is given. */
import { inject } from 'vitest';
import { geminiLive } from '../../worker/providers/conversation/gemini-live.ts';
import { geminiVoice } from '../../worker/providers/speech/gemini-voice.ts';
import { geminiEmulated, geminiSettings } from '../support/gemini-settings.ts';
import { type LiveMaker, liveSuite } from '../support/live-suite.ts';
import { PATIENT } from '../support/provider-faults.ts';

const { gemini } = inject('emulators');
const services = inject('services');

/** The suite is not about time, however busy the machine. */
const PATIENT_OPENING = { handshakeMs: 20_000, setupMs: 20_000 };
const SOON = { handshakeMs: 20_000, setupMs: 250 };

const google: LiveMaker = {
  name: 'Gemini',
  maker: 'gemini',
  emulator: { url: gemini, keys: 'AIza-' },
  live: (key, impatient) => geminiLive(geminiEmulated(gemini, key), impatient ? SOON : PATIENT_OPENING),
  voice: (key) => geminiVoice(geminiEmulated(gemini, key), PATIENT),
};

liveSuite(google);
if (services.GEMINI_API_KEY !== undefined)
  liveSuite({
    ...google,
    name: 'Gemini, for real',
    emulator: null,
    live: () => geminiLive(geminiSettings(services)),
    voice: () => geminiVoice(geminiSettings(services)),
  });
