// Answers /api with invented data; see fixture-api.ts.
import type { IncomingMessage, ServerResponse } from "node:http";

export function answer(_request: IncomingMessage, response: ServerResponse): void {
  response.statusCode = 404;
  response.end("{}");
}
