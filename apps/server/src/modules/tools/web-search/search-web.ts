import type { Platform } from "../../../kernel/platform.ts";
import { ToolFault, Unauthorized } from "../calls/fault.ts";
import { operate } from "../http/operate.ts";
import { guarded } from "../sources/guard.ts";
import type { WebSearchRow } from "../tables.ts";
import { webSearchKey } from "./key.ts";
import { type WebPage, type WebQuestion, webSearchProviders } from "./providers.ts";

const timeoutMs = 20_000;

/** Asks the workspace's provider; throws a ToolFault, and what `signal` was aborted with. */
export async function searchWeb(
  platform: Platform,
  { workspace_id, kind, base_url, sealed_key }: WebSearchRow,
  asked: WebQuestion,
  signal: AbortSignal,
): Promise<WebPage[]> {
  const provider = webSearchProviders[kind];
  const baseUrl = base_url ?? provider.baseUrl;
  if (baseUrl === null) throw new Error(`A provider of the kind ${kind} has no address`);
  const credentials =
    sealed_key === null ? {} : provider.credentials(webSearchKey.open(platform.secrets, workspace_id, sealed_key));
  const request = provider.shape(baseUrl, asked);
  try {
    const answer = await guarded(breakerOf(workspace_id), () =>
      operate(platform, request, credentials, { timeoutMs, signal }),
    );
    const pages = await provider.read(JSON.parse(answer));
    return pages.filter(({ address }) => /^https?:\/\//i.test(address)).slice(0, asked.limit);
  } catch (error) {
    if (error instanceof ToolFault) throw error;
    signal.throwIfAborted();
    if (error instanceof Unauthorized) throw new ToolFault("sign_in_refused", "The provider does not accept the key.");
    throw new ToolFault("upstream", "The provider answered with something that is no list of pages.");
  }
}

export const breakerOf = (workspaceId: string): string => `web search of ${workspaceId}`;
