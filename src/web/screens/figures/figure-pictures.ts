// The estimates of one chart in the shape the picture takes: to be carried away.
// Invariant: each estimate is one row with its speaker and words; nothing is added.
import type { PictureInput, QuantityView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { countedText } from "./figure-text.ts";

export function estimatesOf({ counted, bodies, estimates }: QuantityView): PictureInput {
  const names = new Map(bodies.map(({ key, name }) => [key, name]));
  return {
    kind: "estimates",
    words: {
      title: t("chart.title", { what: countedText(counted) }),
      caption: t("quantity.never"),
      asOf: new Date().toISOString().slice(0, 10),
      caveat: t("figpic.estimates"),
    },
    estimates: estimates.map(({ amount, body, sayings, date, denials }) => ({
      quantity: counted.unit ?? t("figures.unitMissing"),
      unit: [counted.population, ...counted.places].filter((part) => part !== null).join(", "),
      words: sayings[0]?.text ?? "",
      low: amount.low,
      high: amount.high,
      hedge: amount.hedge,
      speaker: names.get(body) ?? "",
      asOf: date === null ? null : { text: date.edtf, min: date.min },
      denials: denials.length,
    })),
  };
}
