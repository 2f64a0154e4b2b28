// A page on the web, captured with the browser of this computer and kept as a source.
import type { CapturedSource } from "../../collect/index.ts";
import { type Command, text } from "../command.ts";

export const capture: Command = {
  name: "capture",
  usage: "URL",
  summary: "Capture one page on the web as evidence, and keep it as a source.",
  about:
    "Your Chromium opens the page, in a fresh profile and behind a filter that lets it reach public addresses only.\nWhat came is kept as WACZ, with a picture, the page as shown, and a record of how it was had.\nThe site sees a visit from your address, or from that of GUWAH_PROXY.",
  least: 1,
  most: 1,
  options: [
    {
      name: "kind",
      type: "string",
      value: "KIND",
      help: "say what it is: article, testimony, official-statement …",
    },
  ],
  async run(call) {
    const to = await call.connect();
    const kind = text(call, "kind");
    const captured = await to.job<CapturedSource>("/api/capture", {
      url: call.args[0],
      ...(kind === undefined ? {} : { kind }),
    });
    const { target, content, files } = captured.facts;
    const { line } = call.terminal;
    line(`✓ ${captured.title}`);
    line(`    ${target.finalUrl} · HTTP ${target.httpStatus} · ${captured.source}`);
    line(`    ${content.exchanges} requests, ${content.withoutAnswer} without an answer`);
    if (content.limitsReached.length > 0)
      line(`    ! Not all of it came: limit of ${content.limitsReached.join(", ")} reached.`);
    line(`    WACZ sha256 ${files.wacz.sha256}`);
    return captured;
  },
};
