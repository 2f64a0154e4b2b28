// What the card in hand says beside its words: to whom, in answer to what, as what it is read, how sure the rule is.
import type { ReactNode } from "react";
import { t } from "../../messages/index.ts";
import { Bidi } from "../../parts/index.ts";
import type { ActItem, FigureItem, Item, NameItem, Told } from "./items.ts";
import { readsAs } from "./items.ts";
import { matchText } from "./match-text.ts";
import type { Match } from "./name-value.ts";

export function CardDetails({
  item,
  note,
  best,
  open,
  children,
}: {
  readonly item: Item;
  readonly note: string | undefined;
  readonly best: Match | undefined;
  readonly open: boolean;
  /** What a person can still choose. */
  readonly children: ReactNode;
}): ReactNode {
  const sure =
    item.sure === "A"
      ? t("reader.bandA")
      : item.sure === "B"
        ? t("reader.bandB")
        : t("reader.bandC");
  return (
    <div className="reader-card__more">
      {item.lane === "statements" ? <StatementDetails told={item} open={open} /> : null}
      {item.lane === "figures" ? <FigureDetails item={item} /> : null}
      {item.lane === "acts" ? <ActDetails item={item} /> : null}
      {item.lane === "names" ? <NameDetails item={item} best={open ? best : undefined} /> : null}
      {note === undefined ? null : <p className="small">{note}</p>}
      {children}
      <p className="quiet small">
        {sure} · {t("reader.rule", { rule: item.rule })}
      </p>
    </div>
  );
}

function StatementDetails({
  told,
  open,
}: {
  readonly told: Told;
  readonly open: boolean;
}): ReactNode {
  return (
    <>
      {told.suggestion.speakerLost === true && open ? <p>{t("reader.speakerLostHint")}</p> : null}
      {told.suggestion.evidential === true && told.who === "" ? (
        <p>{t("reader.evidentialHint")}</p>
      ) : null}
      {told.addressee === "" ? null : <p>{t("reader.to", { who: told.addressee })}</p>}
      {told.answers === undefined ? null : (
        <div className="reader-card__answers">
          <small className="quiet">{t("reader.answers")}</small>
          <p>
            <strong>
              <Bidi>{told.answers.who}</Bidi>
            </strong>{" "}
            <Bidi>{told.answers.what}</Bidi>
          </p>
        </div>
      )}
    </>
  );
}

function FigureDetails({ item }: { readonly item: FigureItem }): ReactNode {
  return (
    <>
      <p>{t("reader.figure.reads", { text: readsAs(item) })}</p>
      <p>{item.by === "" ? t("reader.figure.byText") : t("reader.figure.by", { who: item.by })}</p>
      {item.offered ? null : <p>{t("reader.figure.deniedHint")}</p>}
    </>
  );
}

function ActDetails({ item }: { readonly item: ActItem }): ReactNode {
  return (
    <>
      <p>{item.person === "" ? t("acts.toNobody") : t("acts.to", { who: item.person })}</p>
      {item.offered ? null : (
        <p>{item.act.negated ? t("acts.negatedHint") : t("acts.deniedHint")}</p>
      )}
    </>
  );
}

function NameDetails({
  item,
  best,
}: {
  readonly item: NameItem;
  readonly best: Match | undefined;
}): ReactNode {
  return (
    <>
      {item.role === "" ? null : (
        <p>
          <Bidi>{item.role}</Bidi>
        </p>
      )}
      {best === undefined ? null : (
        <p>
          {t("names.best")}{" "}
          <strong>
            <Bidi>{best.label}</Bidi>
          </strong>{" "}
          <span className="quiet small">{matchText(best)}</span>
        </p>
      )}
    </>
  );
}
