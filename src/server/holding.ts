// The vault this process holds: none, locked or open; who is in it; and what is worked on in the background.
// Invariant: keys are in memory only while open; locking ends every session, waits for running work and wipes them.
import {
  type Actor,
  actorOf,
  type Attempts,
  createAttempts,
  createSessions,
  createVault,
  type CreatedVault,
  sealValue,
  type Sessions,
  unlock,
} from "../access/index.ts";
import { forgetCells } from "../model/index.ts";
import { forgetNames } from "../names/index.ts";
import {
  type CaptureTesting,
  createReader,
  forgetHeld,
  lookAtRest,
  readAgain,
  type Reader,
} from "../collect/index.ts";
import {
  clearPassing,
  type Clock,
  type Config,
  createJobs,
  type Ids,
  type JobRun,
  type Jobs,
  type Log,
  temporaryPlace,
  throttleProgress,
} from "../runtime/index.ts";
import {
  type Derivation,
  hasVault,
  openVault,
  type Projection,
  type SealedKeys,
  type Vault,
  wipe,
  withoutClosed,
} from "../store/index.ts";
import {
  auditVault,
  createStampQueue,
  listsThroughNetwork,
  preserveDeps,
  startWatch,
  throughNetwork,
  type Watch,
  watchAudits,
  witnessRoute,
} from "../preserve/index.ts";
import type { Seal } from "../weigh/index.ts";
import { locked, ServerError } from "./errors.ts";
import { Outgoing, outgoingPlace } from "./outgoing.ts";
import { proxyDial, checkedDial } from "./step-deps.ts";

export interface HoldingDeps {
  readonly config: Pick<Config, "home" | "databaseUrl" | "idleMinutes"> &
    Partial<
      Pick<Config, "languageModel" | "checkpointMinutes" | "auditDays" | "browser" | "proxy">
    >;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly projections: readonly Projection[];
  readonly derivations: readonly Derivation[];
  /** Tests only: captures may reach a site on loopback. */
  readonly captureTesting?: CaptureTesting;
}

/** An open vault and what the steps need around it. */
export interface Open {
  readonly vault: Vault;
  readonly reader: Reader;
  readonly demo: boolean;
  /** Checkpoints on schedule, and their way to witnesses. */
  readonly watch: Watch;
  /** Ends audits on schedule. */
  readonly endAudits: () => Promise<void>;
}

/** One request's view of it: the open vault, who asks, and how they may seal. */
export interface Asked extends Open {
  readonly actor: Actor;
  readonly sealed: SealedKeys | null;
  readonly seal: Seal | null;
}

export class Holding {
  readonly deps: HoldingDeps;
  readonly jobs: Jobs;
  readonly sessions: Sessions;
  readonly attempts: Attempts = createAttempts();
  /** Dossiers that wait to be carried away. */
  readonly outgoing = new Outgoing();
  #open: Open | null = null;
  #port: number | null = null;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(deps: HoldingDeps) {
    this.deps = deps;
    this.jobs = createJobs(deps);
    this.sessions = createSessions({
      clock: deps.clock,
      idleMinutes: deps.config.idleMinutes,
      onIdle: () => void this.lock(),
    });
  }

  get open(): Open | null {
    return this.#open;
  }

  /** The folder of the demonstration vault: beside the real one, never inside it. */
  get demoHome(): string {
    return `${this.deps.config.home}-demo`;
  }

  /** Clears what a kill left lying open: pages in a browser's profile, dossiers nobody carried away. */
  async clearLeft(): Promise<void> {
    const places = [this.deps.config.home, this.demoHome].map(outgoingPlace);
    for (const place of [temporaryPlace(), ...places]) await clearPassing(place);
  }

  async state(): Promise<"none" | "locked" | "open"> {
    if (this.#open !== null) return "open";
    return (await hasVault(this.deps.config.home)) ? "locked" : "none";
  }

  /** Who asks with this token. Throws ServerError `locked`. Counts as activity unless `quiet`. */
  async asked(token: string | null, quiet = false): Promise<Asked> {
    const open = this.#open;
    const session =
      token === null ? null : quiet ? this.sessions.peek(token) : this.sessions.touch(token);
    if (open === null || session === null) throw locked();
    const { member, sealed } = session;
    const actor = await actorOf(open.vault, member);
    const mayOpen = actor.rights.has("open-sealed");
    return {
      ...open,
      // Below every step: whoever may not open sealed values reads a vault without its closed sources.
      vault: mayOpen ? open.vault : await withoutClosed(open.vault),
      actor,
      sealed,
      seal: sealed === null ? null : (text) => sealValue(text, sealed),
    };
  }

  /** Makes a vault and opens it. Throws ServerError `vault-exists` and what `createVault` throws. */
  create(input: {
    vaultName: string;
    memberName: string;
    passphrase: string;
  }): Promise<{ token: string; recoveryCode: string }> {
    return this.#alone(async () => {
      if (this.#open !== null)
        throw new ServerError("vault-exists", "A vault is open. Lock it first.");
      if (await hasVault(this.deps.config.home))
        throw new ServerError("vault-exists", "There is a vault here already. Unlock it.");
      const made = await createVault(this.vaultDeps(this.deps.config.home), {
        name: input.vaultName,
        member: input.memberName,
        passphrase: input.passphrase,
      });
      return { token: await this.hold(made, false), recoveryCode: made.recoveryCode };
    });
  }

  /** Takes over a vault that was just made or opened, and begins a session in it. */
  async hold(
    { vault, actor, sealed }: Pick<CreatedVault, "vault" | "actor" | "sealed">,
    demo: boolean,
  ): Promise<string> {
    const watch = this.#startWatch(vault, actor, demo);
    const endAudits = this.#watchAudits(vault, actor, demo);
    this.#open = { vault, reader: createReader(), demo, watch, endAudits };
    if (this.#port !== null) await vault.announce(this.#port);
    this.#readAgain(this.#open, actor);
    return this.sessions.start(actor.member, sealed);
  }

  /** Begins to look after checkpoints; the demonstration has none on schedule. */
  #startWatch(vault: Vault, actor: Actor, demo: boolean): Watch {
    const { clock, log, config } = this.deps;
    const everyMinutes = demo ? 0 : (config.checkpointMinutes ?? 0);
    const deps = preserveDeps(vault, clock);
    const dial = proxyDial(config);
    const stamps = (signal: AbortSignal) =>
      createStampQueue(
        {
          ...deps,
          files: vault.files,
          lists: listsThroughNetwork({ dial: checkedDial(this.deps), signal }),
        },
        actor,
        throughNetwork({ dial, signal }),
        everyMinutes,
      );
    const watch = startWatch({
      ...deps,
      actor,
      log,
      fetch: witnessRoute(dial),
      everyMinutes,
      stamps,
    });
    void watch.look();
    return watch;
  }

  /** Audits all files beside the work when it is time; the demonstration's never. */
  #watchAudits(vault: Vault, actor: Actor, demo: boolean): () => Promise<void> {
    const { clock, config } = this.deps;
    const audit = async (leaving: AbortSignal): Promise<void> => {
      const job = this.jobs.startJob("audit", (report, signal) => {
        const progress = throttleProgress(report, clock);
        const how = { progress, signal: AbortSignal.any([signal, leaving]) };
        return auditVault(vault, actor, "if-there", how);
      });
      await this.jobs.ended(job.id);
    };
    const everyDays = demo ? 0 : (config.auditDays ?? 0);
    const { db } = vault.engine;
    return watchAudits({ db, device: vault.device, clock, everyDays, audit });
  }

  /** Begins long work; the vault does not lock itself for idleness while it runs. */
  startJob<T>(kind: string, run: JobRun<T>): { job: string } {
    const job = this.jobs.startJob(kind, async (progress, signal) => {
      const release = this.sessions.hold();
      try {
        return await run(throttleProgress(progress, this.deps.clock), signal);
      } finally {
        release();
      }
    });
    return { job: job.id };
  }

  /** Brings readings of an older reader up to date beside the work; what is not read yet is read when it is opened. */
  #readAgain({ vault, reader }: Open, actor: Actor): void {
    const { ids, clock } = this.deps;
    const deps = { ledger: vault.ledger, files: vault.files, ids, clock, reader, actor };
    this.jobs.startJob("read-again", async (progress, signal) => {
      const read = await readAgain(deps, { progress, signal });
      await lookAtRest(deps, { progress, signal });
      return read;
    });
  }

  /** Opens the vault, or joins it where it is open. Throws AccessError `access/wrong-passphrase` after a growing delay. */
  async unlock(secret: string, home = this.deps.config.home, demo = false): Promise<string> {
    if (!(await hasVault(home))) {
      throw new ServerError("no-vault", "There is no vault here yet. Create one.");
    }
    // Outside the queue: the growing delay of someone who guesses must not hold up locking.
    const unlocked = await unlock({ attempts: this.attempts }, { home, secret });
    return this.#alone(async () => {
      if (this.#open !== null && this.#open.demo && !demo) await this.#shut();
      if (this.#open === null) {
        const vault = await openVault({ ...this.vaultDeps(home), keys: unlocked.keys });
        const actor = await actorOf(vault, unlocked.member).catch(async (cause: unknown) => {
          await vault.close();
          throw cause;
        });
        return this.hold({ vault, actor, sealed: unlocked.sealed }, demo);
      }
      wipe(unlocked.keys);
      await actorOf(this.#open.vault, unlocked.member);
      return this.sessions.start(unlocked.member, unlocked.sealed);
    });
  }

  /** Ends every session, stops running work and closes the vault. */
  async lock(): Promise<void> {
    // Before the queue: work that is about to open the demonstration waits in it.
    await this.jobs.clear();
    return this.#alone(() => this.#shut());
  }

  async #shut(): Promise<void> {
    const open = this.#open;
    this.#open = null;
    this.sessions.endAll();
    if (open === null) return;
    await open.watch.stop();
    await open.endAudits();
    await open.reader.close();
    await this.outgoing.forgetAll();
    await open.vault.close();
    // What was remembered of names and cells for speed is content of the vault.
    forgetNames();
    forgetCells();
    forgetHeld();
  }

  /** The port others find this process at, written into the vault's lock. */
  async announce(port: number): Promise<void> {
    this.#port = port;
    await this.#open?.vault.announce(port);
  }

  /** What making or opening a vault in this folder needs. */
  vaultDeps(home: string) {
    const { clock, ids, projections, derivations, config } = this.deps;
    // The demonstration never goes to the team's PostgreSQL.
    const databaseUrl = home === config.home ? config.databaseUrl : null;
    return { home, clock, ids, projections, derivations, databaseUrl };
  }

  /** Opening and closing happen one at a time. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => {});
    return turn;
  }
}
