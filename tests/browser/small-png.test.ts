// The pictures of the guide are made smaller; a browser says that they are still the same pictures.
import { expect, it } from "vitest";
import { startBrowser } from "./browser.ts";
import { smallPng } from "./small-png.ts";

it("keeps size and colours, in far fewer bytes", async () => {
  const browser = await startBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 500, height: 300 } });
    await page.setContent(
      `<body style="background:#fbfaf7;font:18px sans-serif"><h1 style="color:#0b5e66">گۇۋاھ 见证</h1>
       <p style="border:1px solid #777">Everyone here is invented. ${"Words upon words. ".repeat(20)}</p>`,
    );
    const before = await page.screenshot();
    const after = smallPng(before);
    expect(after.length).toBeLessThan(before.length * 0.7);
    const differences = await page.evaluate(
      async (pictures) => {
        const [one, other] = await Promise.all(
          pictures.map(async (base64) => {
            const image = new Image();
            image.src = `data:image/png;base64,${base64}`;
            await image.decode();
            const canvas = new OffscreenCanvas(image.width, image.height);
            const drawing = canvas.getContext("2d");
            drawing?.drawImage(image, 0, 0);
            return drawing?.getImageData(0, 0, image.width, image.height);
          }),
        );
        if (one?.width !== other?.width || one?.height !== other?.height) return { size: true };
        const apart = [...(one?.data ?? [])].map((v, i) => Math.abs(v - (other?.data[i] ?? -999)));
        return { size: false, count: apart.length, worst: apart.reduce((a, b) => Math.max(a, b)) };
      },
      [before, after].map((png) => png.toString("base64")),
    );
    expect(differences).toMatchObject({ size: false, count: 500 * 300 * 4 });
    expect(differences.worst).toBeLessThan(16);
  } finally {
    await browser.close();
  }
});

it("refuses what is no such picture", () => {
  expect(() => smallPng(Buffer.alloc(60))).toThrow(/expected an 8-bit/);
});
