import { useTranslations } from "use-intl";
import { spokenLater } from "../../../i18n/index.ts";
import { useShelf } from "../../files/index.ts";
import { ComposerNotice } from "../../messages/index.ts";
import { useRoom } from "../../rooms/index.ts";
import { useAssistantIn } from "../use-assistants.ts";
import { keyOf, useModels } from "../use-models.ts";

type Props = { roomId: string; shelfKey: string };

/** Says before sending that the model which will answer sees no pictures, where that is known. */
export const UnseenPictures = spokenLater("assistants", function UnseenPictures({ roomId, shelfKey }: Props) {
  const t = useTranslations("assistants.pictures");
  const hasPictures = useShelf(shelfKey).some(({ kind }) => kind === "image");
  const assistant = useAssistantIn(useRoom(roomId));
  const models = useModels();
  const model = models.find((one) => assistant?.model && keyOf(one) === keyOf(assistant.model));
  if (!hasPictures || !assistant || !model || model.takesImages) return null;
  return <ComposerNotice>{t("unseen", { model: model.name, name: assistant.name })}</ComposerNotice>;
});
