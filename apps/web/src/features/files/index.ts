// Files that go with messages: chosen, brought to the server and kept beside a draft; shown, opened and played.
export { Attachments } from "./attachments.tsx";
export { FileShelf, FileTools, KeptFiles } from "./composer-parts.tsx";
export { filesFeature } from "./feature.ts";
export { shelvesOf, useShelf, useShelfState } from "./shelf/shelf.ts";
export { useLaterUploads } from "./use-later-uploads.ts";
