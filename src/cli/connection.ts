// One way to the steps: the running server where one holds the vault, else the same application in this process.
// Invariant: a command never opens a vault that a server holds; it asks the server.
import { createGuwah } from "../app.ts";
import { type Config, noLog } from "../runtime/index.ts";
import { lockHolder } from "../store/index.ts";
import { AnswerError } from "./errors.ts";
import type { Terminal } from "./terminal.ts";

type Fetch = (path: string, init: RequestInit) => Promise<Response>;

export interface Connection {
  /** Whether a server answers (as against this process). */
  readonly remote: boolean;
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body?: unknown): Promise<T>;
  /** Sends bytes, and gives the JSON answer. */
  send<T>(
    path: string,
    body: ReadableStream | Uint8Array,
    headers: Readonly<Record<string, string>>,
  ): Promise<T>;
  /** Bytes of a download. */
  download(path: string): Promise<ReadableStream>;
  /** Starts long work, shows its progress, and gives its result. */
  job<T>(path: string, body?: unknown): Promise<T>;
  follow<T>(job: string): Promise<T>;
  signIn(token: string): void;
  close(): Promise<void>;
}

const pollMs = 120;

/** Reaches the vault's holder, or becomes it. */
export async function reach(config: Config, terminal: Terminal): Promise<Connection> {
  const holder = await lockHolder(config.home);
  if (holder?.port !== undefined) {
    const origin = `http://127.0.0.1:${holder.port}`;
    return connection(
      terminal,
      true,
      (path, init) => fetch(origin + path, init),
      async () => {},
    );
  }
  const { app, holding } = await createGuwah({
    config,
    webFolder: null,
    port: () => config.port,
    log: noLog,
  });
  const origin = `http://127.0.0.1:${config.port}`;
  return connection(
    terminal,
    false,
    async (path, init) => app.request(origin + path, init),
    async () => {
      await holding.lock();
      holding.sessions.close();
    },
  );
}

function connection(
  terminal: Terminal,
  remote: boolean,
  fetch: Fetch,
  close: () => Promise<void>,
): Connection {
  let token: string | null = null;
  const headers = (more: Readonly<Record<string, string>> = {}): Record<string, string> => ({
    "X-Guwah": "1",
    ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
    ...more,
  });
  const get = async <T>(path: string): Promise<T> =>
    answer<T>(await fetch(path, { headers: headers() }));
  const post = async <T>(path: string, body: unknown = {}): Promise<T> =>
    answer<T>(
      await fetch(path, {
        method: "POST",
        headers: headers({ "Content-Type": "application/json" }),
        body: JSON.stringify(body),
      }),
    );
  const follow = async <T>(id: string): Promise<T> => {
    for (;;) {
      const job = await get<{
        state: string;
        done: number;
        total: number | null;
        step: string;
        result: T;
        error?: { code: string; status: number; message: string };
      }>(`/api/jobs/${id}`);
      if (job.state === "running") {
        if (job.step !== "start") terminal.progress(job.done, job.total, job.step);
        await new Promise((resolve) => setTimeout(resolve, pollMs));
        continue;
      }
      terminal.progressEnd();
      if (job.state === "done") return job.result;
      throw new AnswerError(
        job.error?.code ?? job.state,
        job.error?.status ?? 499,
        job.error?.message ?? "The work was stopped. What was acknowledged is kept.",
      );
    }
  };
  return {
    remote,
    get,
    post,
    follow,
    send: async (path, body, more) => {
      const init = {
        method: "POST",
        headers: headers({ "Content-Type": "application/octet-stream", ...more }),
        body,
        duplex: "half",
      };
      return answer(await fetch(path, init as RequestInit));
    },
    download: async (path) => {
      const response = await fetch(path, { headers: headers() });
      if (!response.ok || response.body === null) await answer(response);
      return response.body as ReadableStream;
    },
    job: async (path, body) => follow((await post<{ job: string }>(path, body)).job),
    signIn: (given) => {
      token = given;
    },
    close,
  };
}

async function answer<T>(response: Response): Promise<T> {
  const body = (await response.json().catch(() => null)) as {
    error?: { code: string; message: string; details?: Record<string, string | number> };
  } | null;
  if (response.ok) return body as T;
  const error = body?.error;
  throw new AnswerError(
    error?.code ?? "no-answer",
    response.status,
    error?.message ?? "The server gave no answer Guwah understands. Is it the same version?",
    error?.details === undefined ? {} : { details: error.details },
  );
}

/** Unlocks with GUWAH_PASSPHRASE, or asks. */
export async function unlockWith(
  config: Config,
  terminal: Terminal,
  to: Connection,
): Promise<void> {
  const passphrase = config.passphrase?.reveal() ?? (await terminal.secret("Passphrase: "));
  const { token } = await to.post<{ token: string }>("/api/unlock", { passphrase });
  to.signIn(token);
}
