// The way to every place, on the inline-start side; on a phone a drawer, with the four commonest in a bar at the foot.
import type { ReactNode } from "react";
import { Link, useLocation } from "@tanstack/react-router";
import { t } from "../messages/index.ts";
import { agoText, cx, Dot, Icon } from "../parts/index.ts";
import { LockButton, LockClock } from "./lock.tsx";
import { Mark } from "./mark.tsx";
import { placeOf, places } from "./places.ts";
import type { KnownState } from "./use-state.ts";

/** Green only when the last check proved every entry; the words say the same as the dot. */
function Integrity({ state }: { readonly state: KnownState }): ReactNode {
  const check = state.lastCheck;
  const tone = check === undefined ? "quiet" : check.clean ? "good" : "bad";
  const text =
    check === undefined
      ? t("shell.neverChecked")
      : check.clean
        ? t("shell.proved", { ago: agoText(check.at) })
        : t("shell.problems", { count: check.problemCount });
  return (
    <Link to="/integrity" className={cx("nav__integrity", `nav__integrity--${tone}`)}>
      <Dot tone={tone} /> {text}
    </Link>
  );
}

export function Nav({
  state,
  onShowKeys,
  onGo,
}: {
  readonly state: KnownState;
  readonly onShowKeys: () => void;
  readonly onGo?: () => void;
}): ReactNode {
  const current = placeOf(useLocation().pathname);
  return (
    <>
      <Link
        to="/"
        className="nav__mark"

        {...(onGo === undefined ? {} : { onClick: onGo })}
      >
        <Mark />
      </Link>
      <nav aria-label={t("shell.nav")}>
        <ul className="nav__list">
          {places.map((place) => (
            <li key={place.key}>
              <Link
                {...place.link}
                className={cx("nav__link", place.key === current && "nav__link--on")}
                activeProps={{}}
                {...(place.key === current ? { "aria-current": "page" as const } : {})}
                {...(onGo === undefined ? {} : { onClick: onGo })}
              >
                {t(place.label)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="nav__foot">
        {state.vaultName === undefined ? null : (
          <p className="nav__vault">
            <bdi>{state.vaultName}</bdi>
            {state.member === undefined ? null : (
              <>
                {" · "}
                <bdi>{state.member.name}</bdi>
              </>
            )}
          </p>
        )}
        <Integrity state={state} />
        <LockClock state={state} />
        <div className="row">
          <LockButton state={state} />
          <button
            type="button"
            className="btn btn--quiet btn--small"
            onClick={onShowKeys}
            aria-label={t("keys.show")}
            title={t("keys.show")}
          >
            ?
          </button>
        </div>
      </div>
    </>
  );
}

export function BottomBar({
  onMore,
  isOpen,
}: {
  readonly onMore: () => void;
  readonly isOpen: boolean;
}): ReactNode {
  const current = placeOf(useLocation().pathname);
  return (
    <nav className="shell__bar" aria-label={t("shell.bar")}>
      {places
        .filter((place) => place.bar !== undefined)
        .map((place) => (
          <Link
            key={place.key}
            {...place.link}
            className={cx("bar__link", place.key === current && "bar__link--on")}
            {...(place.key === current ? { "aria-current": "page" as const } : {})}
          >
            <Icon name={place.bar ?? "more"} />
            {t(place.label)}
          </Link>
        ))}
      <button type="button" className="bar__link" onClick={onMore} aria-expanded={isOpen}>
        <Icon name="more" />
        {t("shell.more")}
      </button>
    </nav>
  );
}
