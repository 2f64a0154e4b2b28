// Same person? Without ids the queue of pairs that wait; with ids two people of one's own choice.
import type { ReactNode } from "react";
import { getRouteApi } from "@tanstack/react-router";
import { Queue } from "./queue.tsx";
import { TwoPeople } from "./two-people.tsx";

const route = getRouteApi("/same-person");

export function Screen(): ReactNode {
  const { left, right } = route.useSearch();
  return left === undefined && right === undefined ? (
    <Queue />
  ) : (
    <TwoPeople leftId={left} rightId={right} />
  );
}
