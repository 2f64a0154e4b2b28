// What a picture, a document or a recording says of itself, a small copy of it, and where the same picture is elsewhere.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import {
  alikePictures,
  confirmPicture,
  listConfirmations,
  PictureError,
  lookAtPicture,
  thumbnailOf,
} from "../../collect/index.ts";
import { recordId, sourceId } from "../../model/index.ts";
import { addRoute } from "../define-route.ts";
import type { Holding } from "../holding.ts";
import { collectDeps } from "../step-deps.ts";

const spec = { tag: "sources", method: "get" } as const;

export function pictureRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      path: "/api/sources/:id/picture",
      summary: "What the file of a source says of itself; nothing of it is taken for true",
      answers: "PictureView",
    },
    async (asked, { param }) =>
      lookAtPicture(collectDeps(holding, asked), { id: sourceId.parse(param("id")) }),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      path: "/api/sources/:id/thumbnail",
      summary: "A small copy of a picture, without anything the original says of itself",
      answers: "a JPEG",
    },
    async (asked, { param }) => {
      const small = await thumbnailOf(collectDeps(holding, asked), {
        id: sourceId.parse(param("id")),
      });
      if (small === null) throw new PictureError("picture/unsupported");
      return new Response(small as BodyInit, { headers: { "Content-Type": "image/jpeg" } });
    },
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      path: "/api/sources/:id/alike",
      summary: "Other sources of the vault that show the same picture",
      answers: "AlikePicture[]",
    },
    async (asked, { param }) =>
      alikePictures(collectDeps(holding, asked), { id: sourceId.parse(param("id")) }),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      path: "/api/sources/:id/confirmations",
      summary: "Whom a picture or recording shows, as members said",
      answers: "PictureConfirmation[]",
    },
    async (asked, { param }) =>
      listConfirmations(collectDeps(holding, asked), sourceId.parse(param("id"))),
  );

  addRoute(
    app,
    holding,
    {
      tag: "sources",
      method: "post",
      path: "/api/sources/:id/confirmations",
      summary:
        "Say that a picture shows the person of a record of this source, or take one's word back",
      answers: "PictureConfirmation[]",
      body: z.strictObject({ record: recordId, shows: z.boolean() }),
    },
    async (asked, { body, param }) =>
      confirmPicture(collectDeps(holding, asked), { source: sourceId.parse(param("id")), ...body }),
  );
}
