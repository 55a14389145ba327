// What a person reads when a command fails, and the code that a script gets.
import { AlthingError, NetworkError } from "@althing/sdk";

/** After the customs of sysexits.h. */
export const exitCodes = { failed: 1, usage: 64, unavailable: 69, noPermission: 77 } as const;

/** A command cannot go on, and says why in a sentence. */
export class CommandFault extends Error {
  override readonly name = "CommandFault";
  readonly exitCode: number;

  constructor(message: string, exitCode: number = exitCodes.failed) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** The sentence and the exit code of an error; undefined for a bug of ours. */
export function explain(error: unknown): { message: string; exitCode: number } | undefined {
  if (error instanceof CommandFault) return error;
  if (error instanceof AlthingError) return explainRefusal(error);
  if (error instanceof NetworkError) return { message: error.message, exitCode: exitCodes.unavailable };
  if (isUsageError(error))
    return { message: `${error.message.replace(/\.?$/, ".")} See \`--help\`.`, exitCode: exitCodes.usage };
  return undefined;
}

function explainRefusal({ title, message, fields, status, requestId }: AlthingError) {
  const wrong = fields.map((field) => `  ${field.pointer || "/"} ${field.message}`);
  const request = status >= 500 ? [`  request ${requestId}`] : [];
  const exitCode = status === 401 || status === 403 ? exitCodes.noPermission : exitCodes.failed;
  return { message: [`${title}. ${message}`, ...wrong, ...request].join("\n"), exitCode };
}

const isUsageError = (error: unknown): error is Error => error instanceof Error && error.name === "CLIError";
