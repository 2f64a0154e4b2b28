// Texts of capturing a page from the web.
export const enCapture = {
  "add.web": "From the web",
  "capture.lead":
    "Your own browser opens the page, and you see what came before it is kept. Only the site and those it draws on are asked.",
  "capture.url": "Address of the page",
  "capture.urlHint": "One page, as anyone can see it without signing in.",
  "capture.urlMissing": "Please enter an address that begins with https:// or http://.",
  "capture.start": "Capture this page",
  "capture.again": "Capture another page",
  "capture.willAsk": "This will ask {host}.",
  "capture.seenDirect": "The site will see a visit from this computer's internet address.",
  "capture.seenProxy": "The visit goes out through the proxy that is set (GUWAH_PROXY).",
  "capture.plain":
    "The address is not encrypted (http). Others on the way can read what is asked and change what comes.",
  "capture.preview": "What came",
  "capture.notYet": "Nothing is kept yet. Look at what came, then keep or discard it.",
  "capture.keep": "Keep it as a source",
  "capture.keeping": "Keeping it",
  "capture.discard": "Discard it",
  "capture.discarded": "Discarded. Nothing was kept.",
  "capture.leave": "What was captured is not kept yet. If you leave, it is lost.",
  "capture.size": "Size of what came",
  "capture.way": "Way there",
  "capture.wayNone": "Straight, without a redirect",
  "capture.refused": "What the page wanted and was not let reach",
  "capture.refusedNone": "Nothing",
  "capture.why.target": "not a place Guwah goes",
  "capture.why.not-asked": "not asked for by the page",
  "capture.why.address": "a private network",
  "capture.why.unresolved": "no such name",
  "capture.why.limit": "after a limit was reached",
  "error.capture-gone":
    "This capture is not held any more: it was kept or discarded, or waited for half an hour. Capture the page again.",
  "capture.running": "Capturing the page",
  "capture.stopped": "Stopped. Nothing was kept.",
  "capture.done": "Kept as a source, with its picture and a record of how it was had.",
  "capture.picture": "The page as the browser showed it",
  "capture.openPicture": "Open the picture by itself",
  "capture.facts": "How it was captured",
  "capture.final": "Address it came from",
  "capture.when": "When, by this computer's clock",
  "capture.status": "Answer of the site",
  "capture.server": "Address of its server",
  "capture.serverHidden": "known to the proxy only",
  "capture.exchanges": "Requests",
  "capture.exchangesText": {
    one: "{count} request, {missing} without an answer",
    other: "{count} requests, {missing} without an answer",
  },
  "capture.redirects": { one: "{count} redirect", other: "{count} redirects" },
  "capture.hash": "SHA-256 of the package",
  "capture.notAll":
    "Not all of it came, because a limit was reached. Look at the picture before you rely on it.",
  "capture.notOk":
    "The site answered with an error (HTTP {status}). What was kept may be its error page.",
  "capture.read": "Read it",
  "step.browser": "Starting the browser",
  "step.page": "Fetching the page",
  "step.picture": "Taking its picture",
  "error.capture-address":
    "This is not an address Guwah captures. It begins with https:// or http:// and names a public site.",
  "error.capture-private":
    "This leads into this computer or a private network, where Guwah does not go. Save the page yourself and add it as a file.",
  "error.capture-no-browser":
    "There is no Chromium or Chrome on this computer. Install it (on Debian: apt install chromium), or set GUWAH_BROWSER to where it is.",
  "error.capture-browser":
    "The browser did not start. Guwah must run as an ordinary user, not as root.",
  "error.capture-unreachable":
    "The page did not answer. Check the address and the connection, then try again.",
  "error.capture-not-a-page":
    "There is a file at this address, not a page. Download it and add it under “Files”.",
  "error.capture-time":
    "It took too long and was stopped. Nothing was kept. Try again, or save the page yourself and add it as a file.",
  "error.capture-too-large":
    "The page is larger than Guwah can read. Save the part you need and add it as a file.",
  "error.not-captured": "This source was not captured from the web.",
} as const;
