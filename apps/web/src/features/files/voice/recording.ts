/** What comes from the microphone until it is stopped: its bytes, and how loud it is just now. */
export type Recorded = { readonly bytes: Blob; readonly ending: string };

const forms = [
  ["audio/webm;codecs=opus", "webm"],
  ["audio/mp4", "m4a"],
  ["audio/ogg;codecs=opus", "ogg"],
] as const;

export const canRecord = (): boolean => "MediaRecorder" in globalThis && Boolean(navigator.mediaDevices?.getUserMedia);

export class Recording {
  readonly #stream: MediaStream;
  readonly #recorder: MediaRecorder;
  readonly #ending: string;
  readonly #context = new AudioContext();
  readonly #analyser: AnalyserNode;
  readonly #wave: Uint8Array<ArrayBuffer>;
  readonly #parts: Blob[] = [];
  readonly #begunAt = performance.now();

  /** Asks for the microphone. Rejects with the browser's reason. */
  static async begin(): Promise<Recording> {
    return new Recording(await navigator.mediaDevices.getUserMedia({ audio: true }));
  }

  constructor(stream: MediaStream) {
    const [type, ending] = forms.find(([form]) => MediaRecorder.isTypeSupported(form)) ?? [undefined, "webm"];
    this.#stream = stream;
    this.#ending = ending;
    this.#recorder = new MediaRecorder(stream, type ? { mimeType: type } : {});
    this.#recorder.ondataavailable = ({ data }) => void this.#parts.push(data);
    this.#analyser = this.#context.createAnalyser();
    this.#analyser.fftSize = 1024;
    this.#wave = new Uint8Array(this.#analyser.fftSize);
    this.#context.createMediaStreamSource(stream).connect(this.#analyser);
    // In parts, so that a long one need not be put together at its end.
    this.#recorder.start(1_000);
  }

  get lastedMs(): number {
    return performance.now() - this.#begunAt;
  }

  /** From 0, silence, to 1. */
  readLevel(): number {
    this.#analyser.getByteTimeDomainData(this.#wave);
    return levelOf(this.#wave);
  }

  async stop(): Promise<Recorded> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#recorder.onstop = () => resolve();
    this.#recorder.stop();
    await promise;
    this.#letGo();
    return { bytes: new Blob(this.#parts, { type: this.#recorder.mimeType }), ending: this.#ending };
  }

  cancel(): void {
    this.#recorder.stop();
    this.#letGo();
  }

  /** The sign that the microphone is on goes out. */
  #letGo(): void {
    for (const track of this.#stream.getTracks()) track.stop();
    void this.#context.close();
  }
}

const middle = 128;
/** Speech is seldom louder than a third of what can be told. */
const gain = 3;

/** How loud a wave is, of bytes around their middle. */
export function levelOf(wave: Uint8Array): number {
  const squares = wave.reduce((sum, byte) => sum + ((byte - middle) / middle) ** 2, 0);
  return Math.min(1, gain * Math.sqrt(squares / wave.length));
}
