/** Runs beside the sound: the loudest sample of each twentieth of a second, for both lanes. */
class Levels extends AudioWorkletProcessor {
  #top = [0, 0];
  #left = sampleRate / 20;

  process(inputs) {
    const lanes = inputs[0] ?? [];
    const length = lanes[0]?.length ?? 128;
    for (const [lane, samples] of lanes.entries()) {
      for (const sample of samples) {
        const loud = Math.abs(sample);
        if (loud > this.#top[lane]) this.#top[lane] = loud;
      }
    }
    this.#left -= length;
    if (this.#left <= 0) {
      this.#left += sampleRate / 20;
      this.port.postMessage(this.#top);
      this.#top = [0, 0];
    }
    return true;
  }
}

registerProcessor('levels', Levels);
