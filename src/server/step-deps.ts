// What the rooms' steps are given for one request, taken from the open vault.
import type { CaptureSettings, CollectDeps } from "../collect/index.ts";
import { connectTo, sourceText, systemResolve, upstreamOf } from "../collect/index.ts";
import type { WeighDeps } from "../weigh/index.ts";
import type { Dial } from "../preserve/index.ts";
import type { Asked, Holding, HoldingDeps } from "./holding.ts";
import { version } from "./version.ts";

export function collectDeps(holding: Holding, asked: Asked): CollectDeps {
  const { vault, reader, actor, sealed } = asked;
  const { ids, clock } = holding.deps;
  return {
    ledger: vault.ledger,
    files: vault.files,
    ids,
    clock,
    reader,
    actor,
    ...(sealed === null ? {} : { sealed }),
  };
}

export function captureSettings({ deps }: Holding): CaptureSettings {
  const { browser = null, proxy = null } = deps.config;
  return {
    browser,
    upstream: proxy === null ? null : upstreamOf(proxy.reveal()),
    version,
    ...(deps.captureTesting === undefined ? {} : { testing: deps.captureTesting }),
  };
}

/** How authorities are reached where a proxy is set, as captures are; null: straight. */
export function proxyDial({ proxy = null }: Pick<HoldingDeps["config"], "proxy">): Dial | null {
  if (proxy === null) return null;
  const upstream = upstreamOf(proxy.reveal());
  const options = { resolve: systemResolve, upstream, openPorts: new Set<number>() };
  return async (host, port) => (await connectTo({ host, port }, options)).socket;
}

/** How an address that a stranger named is reached: checked as those of captures are, and through the proxy where one is set. */
export function checkedDial({
  config: { proxy = null },
  captureTesting,
}: Pick<HoldingDeps, "config" | "captureTesting">): Dial {
  const upstream = proxy === null ? null : upstreamOf(proxy.reveal());
  const openPorts = captureTesting?.openPorts ?? new Set<number>();
  const options = { resolve: systemResolve, upstream, openPorts };
  return async (host, port) => (await connectTo({ host, port }, options)).socket;
}

export function weighDeps(holding: Holding, asked: Asked): WeighDeps {
  const { ids, clock } = holding.deps;
  const { ledger, engine } = asked.vault;
  const textOf = async (source: string): Promise<string | null> => {
    const row = await engine.db
      .selectFrom("sources")
      .select("text")
      .where("id", "=", source)
      .executeTakeFirst();
    if (row?.text === undefined || row.text === null) return null;
    return (await sourceText(collectDeps(holding, asked), { id: source })).text;
  };
  return { ledger, db: engine.db, ids, clock, textOf };
}
