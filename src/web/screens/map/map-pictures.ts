// Who was where in the shape the pictures take.
import type { PeopleByPlaceView, PictureInput } from "../../api/views.ts";
import { number, t } from "../../messages/index.ts";
import { termText } from "../../messages/names.ts";
import { vocabularyOf } from "../../../model/index.ts";

export function mapPicture(
  { asOf, places, placeNotKnown }: PeopleByPlaceView,
  asked: { readonly year: string; readonly kind: string; readonly where: string },
): PictureInput {
  return {
    kind: "map",
    words: {
      title: t("map.where"),
      caption: t("map.caption", asked),
      asOf,
      caveat: `${t("map.caveat")} ${t("figpic.members")}`,
    },
    places: places.map(({ code, label, people, unsure }) => ({ code, label, people, unsure })),
    notKnown: placeNotKnown,
  };
}

export function timelinePicture({ asOf, timeline, stretches }: PeopleByPlaceView): PictureInput {
  return {
    kind: "timeline",
    words: {
      title: t("map.when"),
      caption: t("map.whenCaption", { shown: number(timeline.length), all: number(stretches) }),
      asOf,
      caveat: `${t("map.whenCaveat")} ${t("figpic.members")}`,
    },
    rows: timeline.map(({ label, what, from, to }) => ({
      label,
      note: what,
      from: dateOf(from),
      to: dateOf(to),
    })),
  };
}

type Stretch = PeopleByPlaceView["timeline"][number];

function dateOf(
  date: Stretch["from"],
): Pick<NonNullable<Stretch["from"]>, "text" | "min" | "max"> | null {
  return date === null ? null : { text: date.text, min: date.min, max: date.max };
}

export function episodeKinds(): { readonly value: string; readonly label: string }[] {
  const terms = vocabularyOf("episode-kind")?.terms ?? [];
  return terms.map(({ code }) => ({ value: code, label: termText("episode-kind", code) }));
}
