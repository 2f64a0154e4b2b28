// Which addresses a capture may reach, in every form a page may write them.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPublicAddress } from "./public-address.ts";
import { captureAddress, targetOf } from "./target.ts";

const codeOf = (typed: string): string => {
  try {
    captureAddress(typed);
    return "allowed";
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe("an address is public", () => {
  it.each([
    "1.1.1.1",
    "93.184.215.14",
    "172.32.0.1",
    "100.128.0.1",
    "2606:4700::1111",
    "2a00:1450::1",
  ])("%s", (address) => expect(isPublicAddress(address)).toBe(true));
  it.each([
    ["loopback", "127.0.0.1"],
    ["this network", "0.0.0.0"],
    ["private", "10.1.2.3"],
    ["private", "172.31.255.255"],
    ["private", "192.168.0.1"],
    ["shared by a carrier", "100.64.0.1"],
    ["metadata", "169.254.169.254"],
    ["benchmark", "198.18.0.1"],
    ["documentation", "203.0.113.9"],
    ["multicast", "224.0.0.1"],
    ["broadcast", "255.255.255.255"],
    ["loopback v6", "::1"],
    ["unspecified v6", "::"],
    ["mapped", "::ffff:127.0.0.1"],
    ["mapped, also of a public one", "::ffff:1.1.1.1"],
    ["compatible", "::127.0.0.1"],
    ["NAT64", "64:ff9b::7f00:1"],
    ["NAT64, local", "64:ff9b:1::1"],
    ["6to4", "2002:7f00:1::"],
    ["Teredo", "2001:0:4136:e378:8000:63bf:3fff:fdd2"],
    ["unique local", "fd12:3456::1"],
    ["metadata v6", "fd00:ec2::254"],
    ["link-local", "fe80::1"],
    ["link-local with a zone", "fe80::1%eth0"],
    ["site-local", "fec0::1"],
    ["multicast v6", "ff02::1"],
    ["documentation v6", "2001:db8::1"],
    ["a name", "example.org"],
    ["nothing", ""],
  ])("but not this: %s", (_, address) => expect(isPublicAddress(address)).toBe(false));

  it("and no IPv4 address is let through by writing it as mapped IPv6", () => {
    fc.assert(
      fc.property(fc.ipV4(), (v4) => {
        expect(isPublicAddress(`::ffff:${v4}`)).toBe(false);
      }),
    );
  });
});

describe("what a person may enter", () => {
  it.each([
    "https://news.example/a?b=c",
    "http://news.example:8080/",
    "news.example",
    "  https://1.1.1.1/  ",
  ])("%s", (typed) => expect(codeOf(typed)).toBe("allowed"));
  it.each([
    "file:///etc/hostname",
    "data:text/html,hello",
    "ftp://news.example/",
    "javascript:alert(1)",
    "view-source:https://news.example/",
    "chrome://settings",
    "blob:https://news.example/1",
    "about:blank",
    "https://me:word@news.example/",
    "https://news.example:22/",
    "http://news.example:6379/",
    "http://localhost/",
    "http://LOCALHOST./",
    "http://printer.local/",
    "http://metadata.google.internal/",
    "http://intranet/",
    "https://",
    "http://[::1",
    `https://news.example/${"a".repeat(5_000)}`,
  ])("and what not: %s", (typed) => expect(codeOf(typed)).toBe("capture-address"));
  it.each([
    "http://127.0.0.1/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0x7f.1/",
    "http://017700000001/",
    "http://127.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://[::1]/",
    "http://[::ffff:7f00:1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://①②⑦.0.0.1/",
    "http://127。0。0。1/",
  ])("nor a private address in any form: %s", (typed) =>
    expect(codeOf(typed)).toBe("capture-private"),
  );

  it("writes every number form of an address as the one it stands for", () => {
    fc.assert(
      fc.property(fc.nat(0xff_ff_ff_ff), fc.constantFrom("dec", "hex", "oct"), (value, form) => {
        const written = {
          dec: `${value}`,
          hex: `0x${value.toString(16)}`,
          oct: `0${value.toString(8)}`,
        };
        const dotted = [24, 16, 8, 0].map((bits) => (value >>> bits) & 255).join(".");
        expect(targetOf(written[form], 80)?.host).toBe(dotted);
      }),
    );
  });

  it("never answers anything but a host it wrote itself, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60, unit: "grapheme" }), (text) => {
        const target = targetOf(text, 443);
        if (target !== null) expect(target.host).toMatch(/^[!-.0-9:;=A-Z_`a-{}~]+$/);
      }),
    );
  });
});
