import { useEffect, useRef, useState } from "react";
import { type Recorded, Recording } from "./recording.ts";

/** As many as fit into a wide composer; of the oldest no more is seen than there is room for. */
const levelsCount = 160;
const lookMs = 80;

type Heard = { lastedMs: number; levels: readonly number[] };
type RecordingState =
  | { name: "asking" }
  | ({ name: "recording" } & Heard)
  | { name: "recorded"; recorded: Recorded }
  | { name: "problem"; problem: unknown };

const silence: Heard = { lastedMs: 0, levels: Array.from({ length: levelsCount }, () => 0) };

/** Records from the moment on that it is shown. `onLeft` is given what there is when it goes without an end. */
export function useRecording(onLeft: (recorded: Recorded) => void) {
  const [state, setState] = useState<RecordingState>({ name: "asking" });
  const [attempt, setAttempt] = useState(0);
  const running = useRef<Recording>(undefined);
  const kept = useRef<Recorded>(undefined);
  const latest = useRef(onLeft);
  latest.current = onLeft;

  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt asks for the microphone anew.
  useEffect(() => {
    let isLeft = false;
    let timer: ReturnType<typeof setInterval> | undefined;
    setState({ name: "asking" });
    Recording.begin().then(
      (recording) => {
        if (isLeft) return recording.cancel();
        running.current = recording;
        setState({ name: "recording", ...silence });
        timer = setInterval(() => {
          if (running.current !== recording) return clearInterval(timer);
          setState((before) =>
            before.name === "recording" ? { name: "recording", ...hear(recording, before) } : before,
          );
        }, lookMs);
      },
      (problem) => {
        if (!isLeft) setState({ name: "problem", problem });
      },
    );
    return () => {
      isLeft = true;
      clearInterval(timer);
      const recording = running.current;
      running.current = undefined;
      void (recording ? recording.stop() : Promise.resolve(kept.current)).then((left) => left && latest.current(left));
    };
  }, [attempt]);

  return {
    state,
    again: () => setAttempt((count) => count + 1),
    stop: async (): Promise<Recorded | undefined> => {
      const recording = running.current;
      running.current = undefined;
      if (!recording) return kept.current;
      kept.current = await recording.stop();
      setState({ name: "recorded", recorded: kept.current });
      return kept.current;
    },
    /** It is sent, or not wanted: nothing is left. */
    forget: () => {
      running.current?.cancel();
      running.current = undefined;
      kept.current = undefined;
    },
  };
}

const hear = (recording: Recording, { levels }: Heard): Heard => ({
  lastedMs: recording.lastedMs,
  levels: [...levels.slice(1), recording.readLevel()],
});
