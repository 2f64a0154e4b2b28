// One quantity: its estimates over time by body, drawn and in words. Never averaged.
import { lazy, Suspense, useState } from "react";
import type { ReactNode } from "react";
import { getRouteApi } from "@tanstack/react-router";
import { asApiError } from "../../api/index.ts";
import type { FigureSaying, QuantityView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Bidi, EmptyState, ErrorNote, LinkButton, Loading, Page } from "../../parts/index.ts";
import { useMay } from "../../shell/rights.ts";
import { CarryPicture } from "../../parts/figure-picture.tsx";
import { Chart } from "./chart.tsx";
import { EstimatesTable } from "./estimates-table.tsx";
import { estimatesOf } from "./figure-pictures.ts";
import { useQuantities, useQuantity } from "./use-figures.ts";
import "./figures.css";

const MoveDialog = lazy(async () => ({
  default: (await import("./move-dialog.tsx")).MoveDialog,
}));

const route = getRouteApi("/figures/$id");

export function QuantityScreen(): ReactNode {
  const { id } = route.useParams();
  const quantity = useQuantity(id);
  if (quantity.data !== undefined) return <Quantity quantity={quantity.data} />;
  if (quantity.error === null) {
    return (
      <Page title={t("figures.title")}>
        <Loading />
      </Page>
    );
  }
  const gone = asApiError(quantity.error).status === 404;
  return (
    <Page title={gone ? t("quantity.gone") : t("figures.title")}>
      {gone ? (
        <EmptyState
          title={t("quantity.goneText")}
          action={<LinkButton to="/figures">{t("quantity.all")}</LinkButton>}
        />
      ) : (
        <ErrorNote error={quantity.error} onRetry={() => void quantity.refetch()} />
      )}
    </Page>
  );
}

function Quantity({ quantity }: { readonly quantity: QuantityView }): ReactNode {
  const [moving, setMoving] = useState<FigureSaying | null>(null);
  const may = useMay();
  const { unit } = quantity.counted;
  return (
    <Page
      title={unit ?? t("figures.unitMissing")}
      heading={<Bidi>{unit ?? t("figures.unitMissing")}</Bidi>}
      lead={<Lead quantity={quantity} />}
      actions={<LinkButton to="/figures">{t("quantity.all")}</LinkButton>}
      className="figures-page"
    >
      <p className="figures-never">{t("quantity.never")}</p>
      <Chart quantity={quantity} />
      <CarryPicture picture={estimatesOf(quantity)} />
      <section className="stack" aria-labelledby="in-words">
        <h2 id="in-words">{t("estimates.title")}</h2>
        <EstimatesTable quantity={quantity} onMove={may("add") ? setMoving : undefined} />
        <Together quantity={quantity} />
      </section>
      {moving === null ? null : (
        <Suspense>
          <Moving saying={moving} quantity={quantity} onClose={() => setMoving(null)} />
        </Suspense>
      )}
    </Page>
  );
}

function Lead({ quantity }: { readonly quantity: QuantityView }): ReactNode {
  const { population, places } = quantity.counted;
  return (
    <>
      {population === null ? null : (
        <p>
          <Bidi>{t("quantity.population", { population })}</Bidi>
        </p>
      )}
      {places.length === 0 ? null : (
        <p>
          <Bidi>{t("quantity.place", { places: places.join(", ") })}</Bidi>
        </p>
      )}
      <p>
        {t("quantity.lead", {
          estimates: t("quantity.estimates", { count: quantity.estimates.length }),
          bodies: t("quantity.bodies", { count: quantity.bodies.length }),
          origins: t("parts.origins", { count: quantity.origins }),
        })}
      </p>
    </>
  );
}

/** Why these figures stand on one chart. */
function Together({ quantity }: { readonly quantity: QuantityView }): ReactNode {
  const placed = new Set(
    quantity.estimates
      .flatMap((estimate) => estimate.sayings)
      .flatMap((saying) => (saying.placed ? [saying.figure] : [])),
  ).size;
  return (
    <p className="quiet small">
      {quantity.figures.length - placed > 1 ? `${t("quantity.together")} ` : null}
      {placed === 0 ? null : t("quantity.placed", { count: placed })}
    </p>
  );
}

function Moving({
  saying,
  quantity,
  onClose,
}: {
  readonly saying: FigureSaying;
  readonly quantity: QuantityView;
  readonly onClose: () => void;
}): ReactNode {
  const all = useQuantities();
  if (all.data === undefined) return null;
  const others = all.data.items.filter((item) => item.id !== quantity.id);
  return <MoveDialog saying={saying} others={others} onClose={onClose} />;
}
