// The drawing of a network in the shape the picture takes: the same people at the same places.
import type { NetworkView, PictureInput } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { layOutNetwork } from "./network-layout.ts";

const width = 1_000;

export function networkPicture(view: NetworkView): PictureInput {
  const { nodes, edges, height } = layOutNetwork(view, width);
  const place = new Map(nodes.map(({ node }, i) => [node.id, i]));
  return {
    kind: "network",
    words: {
      title: t("network.title"),
      caption: t("figpic.network"),
      asOf: new Date().toISOString().slice(0, 10),
      caveat: `${t("figpic.networkCaveat")} ${t("figpic.membersNames")}`,
    },
    width,
    height,
    nodes: nodes.map(({ node, x, y }) => ({ x, y, label: node.label })),
    edges: edges.map(({ edge, from, to }) => ({
      from: place.get(from.node.id) ?? 0,
      to: place.get(to.node.id) ?? 0,
      label: t(`network.kind.${edge.kind}`),
    })),
  };
}
