// Hands on what the microphone hears, a twelfth of a second at a time.
class Heard extends AudioWorkletProcessor {
  constructor() {
    super();
    this.samples = new Float32Array(4096);
    this.count = 0;
  }

  process(inputs) {
    const channel = inputs[0][0];
    if (channel) {
      for (let at = 0; at < channel.length; at += 1) {
        this.samples[this.count] = channel[at];
        this.count += 1;
        if (this.count === this.samples.length) {
          this.port.postMessage(this.samples.slice());
          this.count = 0;
        }
      }
    }
    return true;
  }
}

registerProcessor('heard', Heard);
