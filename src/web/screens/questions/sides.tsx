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
  denies: "side.denies",
  reframes: "side.reframes",
  others: "side.others",
};

export function Sides({ sides, onTakeOff }: SidesProps): ReactNode {
  const of = (side: Side): QuestionSide | undefined => sides.find((one) => one.side === side);
  const spoke = (side: Side): boolean => (of(side)?.statements.length ?? 0) > 0;
  return (
    <>
      <div className="questions-sides">
        <Column
          side={of("asserts")}
          empty={t("side.none.asserts")}
          tone="for"
          onTakeOff={onTakeOff}
        />
        <div className="questions-against">
          <Column
            side={of("denies")}
            empty={t("side.none.denies")}
            tone="against"
            onTakeOff={onTakeOff}
          />
          {spoke("reframes") ? (
            <Column side={of("reframes")} empty="" tone="against" onTakeOff={onTakeOff} />
          ) : null}
        </div>
      </div>
      {spoke("others") ? (
        <Column side={of("others")} empty="" tone="others" onTakeOff={onTakeOff} />
      ) : null}
    </>
  );
}

function Column({
  side,
  empty,
  tone,
  onTakeOff,
}: {
  readonly side: QuestionSide | undefined;
  readonly empty: string;
  readonly tone: "for" | "against" | "others";
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
