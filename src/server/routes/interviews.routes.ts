// Interviews: how one was held, its recording played in pieces, its transcripts and translations, and whether it is closed.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { Readable } from "node:stream";
import {
  closeSource,
  describeInterview,
  findRecording,
  importTranscript,
  openIdentity,
  partOf,
  saveTranscript,
  showInterview,
} from "../../collect/index.ts";
import { bodies, sourceId } from "../../model/index.ts";
import { noteCustody, noteView } from "../../preserve/index.ts";
import { sourceMoments } from "../../weigh/index.ts";
import { addRoute } from "../define-route.ts";
import type { Holding } from "../holding.ts";
import { present } from "../present.ts";
import { collectDeps } from "../step-deps.ts";

const spec = { tag: "interviews" } as const;
const line = z.string().max(2_000);

const describing = z.strictObject({
  expect: z.int().nullable(),
  testifier: line.optional(),
  identity: z.string().max(5_000).optional(),
  interviewer: line.optional(),
  interpreter: line.optional(),
  language: z.string().max(16).optional(),
  held: line.optional(),
  place: line.optional(),
  mode: z.string().max(20).optional(),
  form: z.string().max(20).optional(),
  present: line.optional(),
  questions: z.string().max(20_000).optional(),
  consent: line.optional(),
  consentNote: line.optional(),
  earlier: line.optional(),
  sexualViolence: z.boolean().optional(),
});

const version = {
  track: bodies["transcript.saved"].shape.track,
  language: z.string().max(16),
  by: line,
  expect: z.int().nullable(),
};
const segment = z.strictObject({
  fromMs: z.int().min(0),
  toMs: z.int().min(0),
  speaker: z.string().max(2_000).optional(),
  text: z.string().max(20_000),
});

export function interviewRoutes(app: OpenAPIHono, holding: Holding): void {
  recordRoutes(app, holding);
  transcriptRoutes(app, holding);
  recordingRoute(app, holding);
}

function recordRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/interviews/:id",
      summary: "An interview: how it was held, its recording, transcripts and translations",
      answers: "InterviewView",
    },
    async (asked, { param }) =>
      showInterview(collectDeps(holding, asked), { id: sourceId.parse(param("id")) }),
  );
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/interviews/:id/moments",
      summary: "The claims that rest on moments of a recording",
      answers: "SourceMoment[]",
    },
    async ({ vault }, { param }) => sourceMoments(vault.engine, sourceId.parse(param("id"))),
  );
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/interviews/:id",
      summary: "Write down how an interview was held; `identity` is sealed",
      answers: "InterviewView",
      body: describing,
    },
    async (asked, { body, param }) =>
      describeInterview(collectDeps(holding, asked), {
        source: sourceId.parse(param("id")),
        ...present(body),
      }),
  );
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/interviews/:id/closed",
      summary: "Close a source to all but those who may open sealed values, or open it again",
      answers: "{}",
      body: z.strictObject({ closed: z.boolean(), reason: z.string().max(4_000).optional() }),
    },
    async (asked, { body, param }) =>
      closeSource(collectDeps(holding, asked), {
        source: sourceId.parse(param("id")),
        ...present(body),
      }),
  );
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/interviews/:id/identity",
      summary: "The name behind a testifier's pseudonym; the look is noted",
      answers: "{text}",
    },
    async (asked, { param }) => {
      const source = sourceId.parse(param("id"));
      const { vault, actor } = asked;
      const note = () =>
        noteCustody(vault, actor, { action: "viewed", source, reason: "sealed identity" });
      return { text: await openIdentity(collectDeps(holding, asked), { source }, note) };
    },
  );
}

function transcriptRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/interviews/:id/transcript",
      summary: "Save a version of a transcript or translation that was typed",
      answers: "TranscriptView",
      body: z.strictObject({ ...version, segments: z.array(segment).max(20_000) }),
    },
    async (asked, { body, param }) =>
      saveTranscript(collectDeps(holding, asked), {
        source: sourceId.parse(param("id")),
        ...body,
        segments: body.segments.map((one) => present(one)),
      }),
  );
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/interviews/:id/transcript-file",
      summary: "Take in a WebVTT or SRT transcript or translation, its bytes in base64",
      answers: "ImportedTranscript",
      body: z.strictObject({
        ...version,
        name: z.string().min(1).max(500),
        base64: z.base64().max(12_000_000),
      }),
    },
    async (asked, { body: { base64, ...body }, param }) =>
      importTranscript(collectDeps(holding, asked), {
        source: sourceId.parse(param("id")),
        ...body,
        bytes: Buffer.from(base64, "base64"),
      }),
  );
}

function recordingRoute(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/interviews/:id/recording",
      summary: "Play a recording: whole, or the part a Range header asks for",
      answers: "bytes of the recording",
    },
    async (asked, { param, c }) => {
      const id = sourceId.parse(param("id"));
      const { hash, mime, size } = await findRecording(collectDeps(holding, asked), { id });
      const { ledger, files } = asked.vault;
      await noteView({ ledger, clock: holding.deps.clock }, asked.actor, id);
      const part = partOf(c.req.header("range"), size);
      const common = {
        "Accept-Ranges": "bytes",
        "Content-Type": /^(?:audio|video)\/[\w.+-]{1,60}$/.test(mime)
          ? mime
          : "application/octet-stream",
        "Content-Security-Policy": "sandbox; default-src 'none'",
      };
      if (part === "none")
        return new Response(null, {
          status: 416,
          headers: { ...common, "Content-Range": `bytes */${size}` },
        });
      const { from, to } = part ?? { from: 0, to: size };
      const bytes = Readable.from(files.range(hash, from, to), { objectMode: false });
      return new Response(Readable.toWeb(bytes) as ReadableStream, {
        status: part === null ? 200 : 206,
        headers: {
          ...common,
          "Content-Length": String(to - from),
          ...(part === null ? {} : { "Content-Range": `bytes ${from}-${to - 1}/${size}` }),
        },
      });
    },
  );
}
