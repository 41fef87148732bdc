/** The models that this emulator knows, by what they are for, and the voices. */

export type Kind = 'model' | 'ears' | 'voice' | 'live';

const MODELS: Record<string, Kind> = {
  'gemini-3.8-flash': 'model',
  'gemini-3.5-flash-lite': 'model',
  'gemini-2.5-flash': 'model',
  'gemini-flash-latest': 'model',
  'gemini-3.5-transcribe': 'ears',
  'gemini-3.8-flash-tts': 'voice',
  'gemini-3.8-flash-lite-tts': 'voice',
  'gemini-3.8-live': 'live',
};

/** What a name is a model of; null when there is none of this name. */
export function kindOf(model: string): Kind | null {
  return MODELS[model] ?? null;
}

/** Thinks by levels; older ones by a budget. */
export function hasLevels(model: string): boolean {
  return !model.startsWith('gemini-2');
}

const VOICES =
  'Zephyr Puck Charon Kore Fenrir Leda Orus Aoede Callirrhoe Autonoe Enceladus Iapetus Umbriel Algieba Despina ' +
  'Erinome Algenib Rasalgethi Laomedeia Achernar Alnilam Schedar Gacrux Pulcherrima Achird Zubenelgenubi ' +
  'Vindemiatrix Sadachbia Sadaltager Sulafat';

export function isVoice(name: string | undefined): boolean {
  return name !== undefined && VOICES.split(' ').includes(name);
}
