// The head of every screen: its one heading, its title in the window, and what can be done here.
// Invariant: after a change of address the heading has the focus, so that a screen reader says where one is.
import { useEffect, useLayoutEffect, useRef } from "react";
import type { ReactNode } from "react";
import { t } from "../messages/index.ts";
import { arrivals } from "../shell/arrivals.ts";
import { placeOf, places } from "../shell/places.ts";

interface PageProps {
  /** The heading in plain words. */
  readonly title: string;
  /**
   * Words for the window's title, else the name of the place. A browser keeps titles on disk:
   * never a person's name nor a source's headline.
   */
  readonly windowTitle?: string;
  /** The heading where it is more than the title, such as a name in its own script. */
  readonly heading?: ReactNode;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}

export function Page({
  title,
  windowTitle,
  heading,
  lead,
  actions,
  children,
  className,
}: PageProps): ReactNode {
  const h1 = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const place = places.find(({ key }) => key === placeOf(location.pathname));
    document.title = t("shell.windowTitle", {
      title: windowTitle ?? t(place?.label ?? "nav.home"),
    });
  }, [windowTitle]);
  useEffect(() => {
    if (!arrivals.take()) return;
    const active = document.activeElement;
    const inside =
      active instanceof HTMLElement &&
      active.closest("main") !== null &&
      active.matches("input, textarea, select");
    if (!inside) h1.current?.focus({ preventScroll: true });
  }, []);
  useLayoutEffect(() => {
    const heading = h1.current;
    return () => {
      // “One moment” gives way to the screen itself: its heading takes the focus over.
      if (heading !== null && heading === document.activeElement) arrivals.announce();
    };
  }, []);
  return (
    <div className={className === undefined ? "page" : `page ${className}`}>
      <header className="page__head">
        <div className="page__title">
          <h1 ref={h1} tabIndex={-1}>
            {heading ?? title}
          </h1>
          {lead === undefined ? null : <div className="page__lead">{lead}</div>}
        </div>
        {actions === undefined ? null : <div className="page__actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
