// What is done with the page that is captured: opened, brought to rest, pictured.
// Invariant: every wait has an end, because the page decides nothing here.
import type { Page, Response } from "playwright-core";
import { CaptureError } from "./errors.ts";
import type { FilteringProxy } from "./filtering-proxy.ts";
import { PICTURE_HEIGHT, PICTURE_WIDTH } from "./limits.ts";
import { pause } from "./open-browser.ts";
import { privateAddress } from "./target.ts";

/** Opens the address and waits until it is read. Throws CaptureError. */
export async function openPage(
  page: Page,
  url: URL,
  proxy: FilteringProxy,
  timeout: number,
): Promise<Response> {
  let answer: Response | null;
  try {
    answer = await page.goto(url.href, { waitUntil: "domcontentloaded", timeout });
  } catch (cause) {
    throw reasonOf(cause, proxy);
  }
  const type = (await answer?.headerValue("content-type")) ?? "text/html";
  if (answer === null || !/html|xml|text\//i.test(type)) throw notAPage();
  return answer;
}

/** Why a page did not come, in a code. */
export function reasonOf(cause: unknown, { refusals, received }: FilteringProxy): CaptureError {
  const words = cause instanceof Error ? cause.message : "";
  if (/download is starting|ERR_ABORTED/i.test(words) && received() > 0) return notAPage();
  if (refusals.has("address") || refusals.has("target")) return privateAddress();
  return new CaptureError(
    "capture-unreachable",
    "Expected the page to answer; it did not. Check the address, open it in a browser of your own, and try again.",
    cause,
  );
}

/** Lets the page come to rest, and goes down it once so that pictures that wait to be looked at are fetched. */
export async function settle(page: Page, left: (atMostMs: number) => number): Promise<void> {
  await page.waitForLoadState("load", { timeout: left(15_000) }).catch(() => {});
  await page.waitForLoadState("networkidle", { timeout: left(6_000) }).catch(() => {});
  const steps = 20;
  for (let i = 1; i <= steps; i++) {
    const isDone = await page.evaluate(() => {
      window.scrollBy(0, window.innerHeight);
      return window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 1;
    });
    await pause(60);
    if (isDone) break;
  }
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.waitForLoadState("networkidle", { timeout: left(4_000) }).catch(() => {});
}

/** The page from its top to its end, or to the greatest height. */
export async function takePicture(page: Page, timeout: number): Promise<Buffer> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const clip = {
    x: 0,
    y: 0,
    width: PICTURE_WIDTH,
    height: Math.max(1, Math.min(Math.ceil(height), PICTURE_HEIGHT)),
  };
  return page.screenshot({ type: "png", fullPage: true, clip, timeout, animations: "disabled" });
}

export interface Hop {
  readonly url: string;
  readonly status: number;
}

/** Each redirect on the way to an answer, and the answer itself. */
export async function hopsOf(answer: Response): Promise<readonly Hop[]> {
  const hops: { url: string; status: number }[] = [];
  for (let request = answer.request(); ;) {
    hops.unshift({ url: request.url(), status: (await request.response())?.status() ?? 0 });
    const before = request.redirectedFrom();
    if (before === null) return hops;
    request = before;
  }
}

function notAPage(): CaptureError {
  return new CaptureError(
    "capture-not-a-page",
    "Expected a web page at this address; it gives a file. Download it and add it as a file.",
  );
}
