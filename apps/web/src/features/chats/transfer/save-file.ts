export type NamedFile = { fileName: string; mediaType: string; encoding: "text" | "base64"; content: string };

/** Gives a file to the browser to save. */
export function saveFile({ fileName, mediaType, encoding, content }: NamedFile): void {
  const blob =
    encoding === "base64"
      ? new Blob([Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))], { type: mediaType })
      : new Blob([content], { type: `${mediaType};charset=utf-8` });
  const address = URL.createObjectURL(blob);
  Object.assign(document.createElement("a"), { href: address, download: fileName }).click();
  URL.revokeObjectURL(address);
}
