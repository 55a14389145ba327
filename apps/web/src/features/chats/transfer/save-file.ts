export type NamedFile = { fileName: string; mediaType: string; content: string };

/** Gives a text to the browser to save. */
export function saveFile({ fileName, mediaType, content }: NamedFile): void {
  const address = URL.createObjectURL(new Blob([content], { type: `${mediaType};charset=utf-8` }));
  Object.assign(document.createElement("a"), { href: address, download: fileName }).click();
  URL.revokeObjectURL(address);
}
