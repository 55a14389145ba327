// What this page sent itself it need not fetch: it is shown from here.
const urls = new Map<string, string>();

export function rememberLocal(id: string, file: Blob): void {
  if (!urls.has(id)) urls.set(id, URL.createObjectURL(file));
}

export function forgetLocal(id: string): void {
  const url = urls.get(id);
  if (url) URL.revokeObjectURL(url);
  urls.delete(id);
}

export const localUrlOf = (id: string): string | undefined => urls.get(id);
