/** What is used of two packages that come without types for it. */
declare module '@echogarden/espeak-ng-emscripten' {
  interface Voice {
    set_voice(name: string): void;
    set_rate(wordsPerMinute: number): void;
    set_pitch(pitch: number): void;
    synthesize(text: string, hear: (samples: Int16Array | null, events: unknown) => boolean): void;
  }
  const load: () => Promise<{ eSpeakNGWorker: new () => Voice }>;
  export default load;
}
declare module '@evan/opus/wasm/index.mjs' {
  interface Options {
    channels: 1 | 2;
    sample_rate: number;
  }
  export class Encoder {
    constructor(options: Options & { application: 'voip' });
    /** Sets one of libopus' own numbered options. */
    ctl(option: number, value: number): void;
    encode(pcm: Int16Array): Uint8Array;
  }
  export class Decoder {
    constructor(options: Options);
    decode(packet: Uint8Array): Uint8Array;
  }
}
