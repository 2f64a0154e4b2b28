// First run, unlocking, locking, members, passphrases.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { deleteCookie, setCookie } from "hono/cookie";
import {
  addMember,
  changeMember,
  changePassphrase,
  deactivateMember,
  listMembers,
  passphraseStrength,
  renewRecoveryCode,
} from "../../access/index.ts";
import { memberId, type MemberId, role } from "../../model/index.ts";
import { addOpen, addRoute, sessionCookie, tokenOf } from "../define-route.ts";
import type { Asked, Holding } from "../holding.ts";
import { lastCheckOf } from "./check.routes.ts";
import { version } from "../version.ts";

const secret = z.string().min(1).max(1_000);
const name = z.string().min(1).max(200);

const spec = { tag: "access" } as const;

export function accessRoutes(app: OpenAPIHono, holding: Holding): void {
  firstRoutes(app, holding);
  secretRoutes(app, holding);
  memberRoutes(app, holding);
}

function firstRoutes(app: OpenAPIHono, holding: Holding): void {
  addOpen(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/state",
      summary: "Whether there is a vault, whether it is open, and who asks",
      answers: "AppState",
    },
    async ({ c }) => state(holding, c),
  );

  addOpen(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/vault",
      summary: "Create the vault",
      answers: "{token, recoveryCode}",
      body: z.strictObject({ vaultName: name, memberName: name, passphrase: secret }),
    },
    async ({ c, body }) => {
      const made = await holding.create(body);
      signIn(c, made.token);
      return made;
    },
  );

  addOpen(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/unlock",
      summary: "Unlock with a passphrase or the recovery code",
      answers: "{token}",
      body: z.union([
        z.strictObject({ passphrase: secret }),
        z.strictObject({ recoveryCode: secret }),
      ]),
    },
    async ({ c, body }) => {
      const token = await holding.unlock(
        "passphrase" in body ? body.passphrase : body.recoveryCode,
      );
      signIn(c, token);
      return { token };
    },
  );

  addOpen(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/passphrase/strength",
      summary: "How strong a passphrase is",
      answers: "Strength",
      body: z.strictObject({ passphrase: z.string().max(1_000) }),
    },
    async ({ body }) => {
      const { score, enough, advice } = await passphraseStrength(body.passphrase);
      return { score, enough, advice: advice.join(" ") };
    },
  );
}

function secretRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/lock",
      summary: "Lock the vault for everyone on this machine",
      answers: "{}",
    },
    async (_asked, { c }) => {
      deleteCookie(c, sessionCookie, { path: "/" });
      await holding.lock();
      return {};
    },
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/passphrase",
      summary: "Change one's own passphrase",
      answers: "{}",
      body: z.strictObject({ current: secret, next: secret }),
    },
    async (asked, { body }) => {
      await changePassphrase(
        { attempts: holding.attempts },
        { home: asked.vault.home, secret: body.current, passphrase: body.next },
      );
      return {};
    },
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/recovery-code",
      summary: "Print a new recovery code; the old one stops working",
      answers: "{recoveryCode}",
      body: z.strictObject({ current: secret }),
    },
    async (asked, { body }) => {
      const { recoveryCode } = await renewRecoveryCode(
        { attempts: holding.attempts },
        { home: asked.vault.home, secret: body.current },
      );
      return { recoveryCode };
    },
  );
}

function memberRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/members",
      summary: "The members of the vault",
      answers: "Member[]",
    },
    async ({ vault }) => listMembers(vault),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/members",
      summary: "Add a member",
      answers: "{id}",
      body: z.strictObject({ name, roles: z.array(role).max(5), passphrase: secret }),
    },
    async (asked, { body }) => {
      const { member } = await addMember(memberDeps(holding, asked), body);
      return { id: member };
    },
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/members/:id",
      summary: "Change a member's name, roles or activity",
      answers: "{}",
      body: z.strictObject({ name, roles: z.array(role).max(5), active: z.boolean() }),
    },
    async (asked, { body, param }) => {
      const member = memberId.parse(param("id"));
      const deps = memberDeps(holding, asked);
      const { active, ...change } = body;
      if (active) await changeMember(deps, { member, ...change });
      else await deactivateMember(deps, { member });
      // Their rights have changed: what they had opened until now is closed.
      holding.sessions.endMember(member);
      return {};
    },
  );
}

function memberDeps(holding: Holding, { vault, sealed, actor }: Asked) {
  return { vault, sealed, actor, newId: () => holding.deps.ids.next<MemberId>("mem") };
}

/** The cookie is for this origin's own requests only and dies with the browser. */
export function signIn(c: Context, token: string): void {
  setCookie(c, sessionCookie, token, { httpOnly: true, sameSite: "Strict", path: "/" });
}

async function state(holding: Holding, c: Context): Promise<unknown> {
  const vault = await holding.state();
  const demo = holding.open?.demo ?? false;
  // Asking how things stand is not being active, or a forgotten window would keep the vault open for ever.
  const quiet = c.req.header("x-guwah-active") !== "1";
  const asked = await holding.asked(tokenOf(c), quiet).catch(() => null);
  if (asked === null) return { vault, session: false, demo, version };
  const { db } = asked.vault.engine;
  const me = await db
    .selectFrom("members")
    .select("name")
    .where("id", "=", asked.actor.member)
    .executeTakeFirst();
  const created = await db
    .selectFrom("entries")
    .select("body")
    .where("seq", "=", 0)
    .executeTakeFirst();
  const { name: vaultName } = JSON.parse(created?.body ?? "{}") as { name?: string };
  const lastCheck = lastCheckOf(holding);
  return {
    vault,
    session: true,
    demo,
    vaultName,
    member: {
      id: asked.actor.member,
      name: me?.name ?? "",
      roles: asked.actor.roles,
      rights: [...asked.actor.rights],
    },
    lockInSeconds: Math.ceil(holding.sessions.idleLeftMs() / 1000),
    version,
    ...(lastCheck === null ? {} : { lastCheck }),
  };
}
