// How people of the tests send files and fetch them: as a small program would, without what the SDK makes easy.
import type { files, workspaces } from "@althing/contract";
import type { Person } from "@althing/testkit";

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** Begins a file and sends all of it in one request. */
export async function send(
  person: Person,
  workspaceId: workspaces.WorkspaceId,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<files.File> {
  const { id } = await person.files.createFile({ workspaceId, name, sizeBytes: bytes.byteLength });
  return person.files.uploadFile({ fileId: id, offset: 0 }, { bytes });
}

/** Where someone may fetch a file; undefined where they may not. */
export async function linkTo(
  person: Person,
  id: string,
  variant: files.FileVariant = "original",
): Promise<string | undefined> {
  const { links } = await person.files.linkFiles({ files: [{ id, variant }] });
  return links[0] && person.baseUrl + links[0].url;
}

export async function fetchAs(
  person: Person,
  id: string,
  variant: files.FileVariant = "original",
  headers: Record<string, string> = {},
): Promise<Response> {
  const url = await linkTo(person, id, variant);
  if (url === undefined) throw new Error("There is no link for them");
  return fetch(url, { headers });
}

export const bytesIn = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer());
