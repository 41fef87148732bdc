declare module 'virtual:voice-files' {
  /** Address of the model's weights. */
  export const weights: string;
  /** Address of the Worker that runs it. */
  export const worker: string;
}
