// Where messages are written: the composer of a room or thread, and the editor of a message in its place.
export { Composer } from "./composer.tsx";
export { editMessage, stopEditing, useEditedId, useIsEdited } from "./edited-message.ts";
export { focusComposer } from "./focus-composer.ts";
