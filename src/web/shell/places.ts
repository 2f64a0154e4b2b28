// The places of the app as the navigation and the keyboard reach them.
import type { LinkProps } from "@tanstack/react-router";
import type { IconName } from "../parts/icon.tsx";
import type { MessageKey } from "../messages/index.ts";

interface NavPlace {
  readonly key: string;
  readonly label: MessageKey;
  readonly link: LinkProps;
  /** Path prefixes under which this place is the current one. */
  readonly under: readonly string[];
  readonly keys: string;
  /** Stands in the bar at the foot of a phone. */
  readonly bar?: IconName;
}

export const places: readonly NavPlace[] = [
  { key: "home", label: "nav.home", link: { to: "/" }, under: [], keys: "g h", bar: "home" },
  {
    key: "sources",
    label: "nav.sources",
    link: { to: "/sources" },
    under: ["/sources", "/add", "/appeals"],
    keys: "g s",
    bar: "sources",
  },
  {
    key: "people",
    label: "nav.people",
    link: { to: "/people" },
    under: ["/people"],
    keys: "g p",
    bar: "people",
  },
  {
    key: "cases",
    label: "nav.cases",
    link: { to: "/cases" },
    under: ["/cases"],
    keys: "g c",
  },
  {
    key: "same",
    label: "nav.samePerson",
    link: { to: "/same-person" },
    under: ["/same-person"],
    keys: "g m",
  },
  {
    key: "questions",
    label: "nav.questions",
    link: { to: "/questions" },
    under: ["/questions", "/lists/Question"],
    keys: "g q",
  },
  {
    key: "figures",
    label: "nav.figures",
    link: { to: "/figures" },
    under: ["/figures", "/lists/Figure"],
    keys: "g f",
  },
  {
    key: "counts",
    label: "nav.counts",
    link: { to: "/counts" },
    under: ["/counts", "/map"],
    keys: "g n",
  },
  {
    key: "interventions",
    label: "nav.interventions",
    link: { to: "/interventions" },
    under: ["/interventions", "/lists/Intervention"],
    keys: "g v",
  },
  {
    key: "consents",
    label: "nav.consents",
    link: { to: "/consents" },
    under: ["/consents"],
    keys: "g e",
  },
  {
    key: "release",
    label: "nav.release",
    link: { to: "/release" },
    under: ["/release"],
    keys: "g l",
  },
  {
    key: "records",
    label: "nav.records",
    link: { to: "/lists/$schema", params: { schema: "Organization" } },
    under: ["/lists/", "/records"],
    keys: "g o",
  },
  {
    key: "batches",
    label: "nav.batches",
    link: { to: "/batches" },
    under: ["/batches"],
    keys: "g b",
  },
  {
    key: "integrity",
    label: "nav.integrity",
    link: { to: "/integrity" },
    under: ["/integrity"],
    keys: "g i",
  },
  {
    key: "settings",
    label: "nav.settings",
    link: { to: "/settings" },
    under: ["/settings"],
    keys: "g ,",
  },
];

/** The key of the place this path belongs to. */
export function placeOf(path: string): string | undefined {
  if (path === "/") return "home";
  return places.find((place) => place.under.some((prefix) => path.startsWith(prefix)))?.key;
}
