/** Runs beside the sound: hands the microphone's samples over in pieces of a fiftieth of a second, each with its time. */
class Microphone extends AudioWorkletProcessor {
  #piece = new Float32Array(Math.round(sampleRate / 50));
  #filled = 0;

  process(inputs) {
    const samples = inputs[0]?.[0];
    if (samples === undefined) {
      // The microphone is away: what follows does not join on.
      this.#filled = 0;
      return true;
    }
    let at = 0;
    while (at < samples.length) {
      const room = Math.min(samples.length - at, this.#piece.length - this.#filled);
      this.#piece.set(samples.subarray(at, at + room), this.#filled);
      this.#filled += room;
      at += room;
      if (this.#filled < this.#piece.length) continue;
      const endS = (currentFrame + at) / sampleRate;
      this.port.postMessage({ samples: this.#piece, endS }, [this.#piece.buffer]);
      this.#piece = new Float32Array(Math.round(sampleRate / 50));
      this.#filled = 0;
    }
    return true;
  }
}

registerProcessor('microphone', Microphone);
