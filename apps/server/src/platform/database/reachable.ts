import { Client } from "pg";
import { StartupFault } from "../startup-fault.ts";

const withinMs = 5_000;

/** Asks an external database once, so that a wrong address is told in words instead of being tried again and again. */
export async function requireReachable(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: withinMs });
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new StartupFault(
      "database_unreachable",
      `The database ${placeOf(client)} does not answer (${reasonOf(error)}). Is it running, and is DATABASE_URL right?`,
      69,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Where it is; never who asks, nor with which password. */
const placeOf = ({ host, port, database }: Client): string => `${database} at ${host}:${port}`;

/** An address with several names fails with several errors, and no text of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join("; ");
  return error instanceof Error ? error.message : String(error);
}
