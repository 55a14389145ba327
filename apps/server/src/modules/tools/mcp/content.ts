// A result as text: what a model can read, and a person can judge. Pictures and sound are named, not shown.
import type { CallToolResult } from "@modelcontextprotocol/client";

type Block = CallToolResult["content"][number];

export function textOfResult({ content, structuredContent }: CallToolResult): string {
  const texts = content.map(textOf).filter((text) => text !== "");
  // Servers repeat structured results as text; where one did not, it is told as it is.
  if (structuredContent !== undefined && !content.some(({ type }) => type === "text")) {
    texts.unshift(JSON.stringify(structuredContent));
  }
  return texts.join("\n\n");
}

function textOf(block: Block): string {
  switch (block.type) {
    case "text":
      return block.text;
    case "resource_link":
      return `(A link to ${block.title ?? block.name}: ${block.uri})`;
    case "resource":
      return "text" in block.resource ? block.resource.text : `(A file that is not shown: ${block.resource.uri})`;
    case "image":
    case "audio":
      return `(${block.type === "image" ? "A picture" : "A sound"} of ${block.mimeType}, which is not shown.)`;
    default:
      return "";
  }
}
