export type LogLevel = "debug" | "info" | "warn" | "error";
export type Log = (level: LogLevel, message: string) => void;

/** Sends each line that PostgreSQL writes to the log, and to `onLine`. Ends when the stream does. */
export async function logLines(output: ReadableStream<Uint8Array>, log: Log, onLine: (line: string) => void) {
  let rest = "";
  const decoder = new TextDecoder();
  for await (const chunk of output) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines.filter(Boolean)) {
      log(levelOf(line), line);
      onLine(line);
    }
  }
}

// FATAL ends one connection, as each does at a stop; PANIC ends the server.
function levelOf(line: string): LogLevel {
  if (line.startsWith("PANIC:")) return "error";
  if (/^(WARNING|ERROR|FATAL):/.test(line)) return "warn";
  return line.startsWith("LOG:") ? "info" : "debug";
}
