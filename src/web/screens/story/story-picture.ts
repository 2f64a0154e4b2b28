// A person's story in the shape the picture of a timeline takes.
import type { PictureInput, StoryView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";

export function storyPicture({ number, events }: StoryView): PictureInput {
  return {
    kind: "timeline",
    words: {
      title: t("figpic.story", { number }),
      caption: t("figpic.storyCaption"),
      asOf: new Date().toISOString().slice(0, 10),
      caveat: `${t("map.whenCaveat")} ${t("figpic.membersNames")}`,
    },
    rows: events.map(({ label, properties, from, to }) => ({
      label,
      note:
        properties.find(({ name }) => name === "place" || name === "facility")?.headlines[0]
          ?.text ?? t("figpic.noPlace"),
      from: from === null ? null : { text: from.text, min: from.min, max: from.max },
      to: to === null ? null : { text: to.text, min: to.min, max: to.max },
    })),
  };
}
