/** The interviewer's voice, spoken by the browser. Where there is none, captions stand for their reading time. */

export interface Utterance {
  /** 'spoken' to its end, 'read' when no voice could speak it, 'stopped' before its end. */
  done: Promise<{ how: 'spoken' | 'read' | 'stopped'; heardChars: number }>;
  stop(): void;
}

interface Options {
  language: string;
  /** The place of the word that is spoken now, in UTF-16 units. */
  onWord?: (at: number) => void;
  /** True when a voice began to sound, false when the text must be read. */
  onVoice?: (sounds: boolean) => void;
}

const CHARS_PER_SECOND = 15;
const LEAST_MS = 1500;
/** A browser without a working voice says nothing at all; after this long it is taken for mute. */
const MUTE_AFTER_MS = 1500;

/** How long a text takes to speak or to read. */
export function estimatedMs(text: string): number {
  return Math.max(LEAST_MS, Math.round((text.length * 1000) / CHARS_PER_SECOND));
}

/** Voices can come late: whether one for the language is there now. Only voices of this device, none from a server. */
export function voiceFor(language: string): SpeechSynthesisVoice | null {
  if (typeof speechSynthesis === 'undefined') return null;
  const own = speechSynthesis.getVoices().filter((voice) => voice.localService);
  const base = language.split('-')[0] ?? language;
  return (
    own.find((voice) => voice.lang === language) ??
    own.find((voice) => voice.lang.replace('_', '-').split('-')[0] === base) ??
    null
  );
}

export function speak(text: string, { language, onWord, onVoice }: Options): Utterance {
  let heardChars = 0;
  let finish: (how: 'spoken' | 'read' | 'stopped') => void = () => {};
  const done = new Promise<Awaited<Utterance['done']>>((resolve) => {
    finish = (how) => resolve({ how, heardChars: how === 'stopped' ? heardChars : text.length });
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const read = () => {
    const began = performance.now();
    const length = estimatedMs(text);
    onVoice?.(false);
    const step = () => {
      const share = Math.min(1, (performance.now() - began) / length);
      heardChars = Math.floor(text.length * share);
      onWord?.(heardChars);
      if (share >= 1) return finish('read');
      timer = setTimeout(step, 200);
    };
    step();
  };
  const voice = voiceFor(language);
  if (voice === null) read();
  else speakWith(voice);

  function speakWith(chosen: SpeechSynthesisVoice): void {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = chosen;
    utterance.lang = chosen.lang;
    let begun = false;
    const mute = () => {
      clearTimeout(timer);
      utterance.onend = utterance.onerror = utterance.onstart = null;
      speechSynthesis.cancel();
      read();
    };
    utterance.onstart = () => {
      begun = true;
      clearTimeout(timer);
      // Some voices never report their end.
      timer = setTimeout(() => finish('spoken'), estimatedMs(text) * 3);
      onVoice?.(true);
    };
    utterance.onboundary = ({ charIndex }) => {
      heardChars = charIndex;
      onWord?.(charIndex);
    };
    utterance.onend = () => {
      clearTimeout(timer);
      finish('spoken');
    };
    utterance.onerror = () => (begun ? finish('stopped') : mute());
    speechSynthesis.cancel();
    speechSynthesis.speak(utterance);
    timer = setTimeout(mute, MUTE_AFTER_MS);
  }

  return {
    done,
    stop() {
      clearTimeout(timer);
      finish('stopped');
      if (voice !== null) speechSynthesis.cancel();
    },
  };
}
