// The sides of a question beside each other, each in time order with its independent origins.
import type { ReactNode } from "react";
import type { QuestionSide, QuestionStatement, Side } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import type { MessageKey } from "../../messages/index.ts";
import { Origins } from "../../parts/index.ts";
import { Said } from "./said.tsx";

interface SidesProps {
  readonly sides: readonly QuestionSide[];
  readonly onTakeOff: ((one: QuestionStatement) => void) | undefined;
}

const heads: Readonly<Record<Side, MessageKey>> = {
  asserts: "side.asserts",
  estimates: "side.estimates",
  denies: "side.denies",
  reframes: "side.reframes",
  others: "side.others",
};

export function Sides({ sides, onTakeOff }: SidesProps): ReactNode {
  const of = (side: Side): QuestionSide | undefined => sides.find((one) => one.side === side);
  const spoke = (side: Side): boolean => (of(side)?.statements.length ?? 0) > 0;
  const column = (side: Side, tone: Tone, empty = ""): ReactNode =>
    spoke(side) || empty !== "" ? (
      <Column key={side} side={of(side)} empty={empty} tone={tone} onTakeOff={onTakeOff} />
    ) : null;
  return (
    <>
      <div className="questions-sides">
        <div className="questions-column">
          {column("asserts", "for", spoke("estimates") ? "" : t("side.none.asserts"))}
          {column("estimates", "for")}
        </div>
        <div className="questions-column">
          {column("denies", "against", spoke("reframes") ? "" : t("side.none.denies"))}
          {column("reframes", "against")}
        </div>
      </div>
      {column("others", "others")}
    </>
  );
}

type Tone = "for" | "against" | "others";

function Column({
  side,
  empty,
  tone,
  onTakeOff,
}: {
  readonly side: QuestionSide | undefined;
  readonly empty: string;
  readonly tone: Tone;
  readonly onTakeOff: SidesProps["onTakeOff"];
}): ReactNode {
  if (side === undefined) return null;
  const { statements, origins } = side;
  const head = t(heads[side.side]);
  return (
    <section className={`questions-side questions-side--${tone}`} aria-label={head}>
      <header className="questions-side__head">
        <h2>{head}</h2>
        {statements.length === 0 ? null : (
          <span className="questions-side__count small quiet">
            {t("side.count", {
              statements: t("side.statements", { count: statements.length }),
              origins: t("parts.origins", { count: origins.length }),
            })}
            <span aria-hidden="true">
              <Origins
                origins={origins.length}
                retellings={origins.reduce((sum, origin) => sum + origin.retellings, 0)}
              />
            </span>
          </span>
        )}
      </header>
      {statements.length === 0 ? (
        <p className="quiet">{empty}</p>
      ) : (
        <ol className="questions-side__list">
          {statements.map((one) => (
            <Said
              key={one.statement.id}
              one={one}
              onTakeOff={
                onTakeOff === undefined || one.attachment.kind !== "claim"
                  ? undefined
                  : () => onTakeOff(one)
              }
            />
          ))}
        </ol>
      )}
    </section>
  );
}
