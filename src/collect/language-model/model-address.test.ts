import { expect, it } from "vitest";
import { isThisMachine, modelAddress } from "./model-address.ts";

it.each([
  ["http://127.0.0.1:11434/v1", "http://127.0.0.1:11434/v1/chat/completions"],
  ["http://localhost:8080/v1/", "http://localhost:8080/v1/chat/completions"],
  ["http://[::1]:8080/v1", "http://[::1]:8080/v1/chat/completions"],
  ["http://192.168.0.10/v1/chat/completions", "http://192.168.0.10/v1/chat/completions"],
  ["http://10.1.2.3", "http://10.1.2.3/chat/completions"],
  ["http://[fd00::5]/v1", "http://[fd00::5]/v1/chat/completions"],
  ["https://models.example/v1", "https://models.example/v1/chat/completions"],
])("%s is asked at %s", (typed, address) => expect(modelAddress(typed)).toBe(address));

it.each([
  ["plain http to a name, which DNS may point anywhere", "http://models.example/v1"],
  ["a name that only looks like this machine", "http://localhost.example/v1"],
  ["a name that begins with a private number", "http://10.0.0.1.example/v1"],
  ["plain http to the open network", "http://8.8.8.8/v1"],
  ["just outside a private network", "http://172.32.0.1/v1"],
  ["where cloud machines keep credentials", "http://169.254.169.254/v1"],
  ["an IPv4 number dressed as IPv6", "http://[::ffff:8.8.8.8]/v1"],
  ["every interface", "http://0.0.0.0/v1"],
  ["a password in the address", "https://me:secret@models.example/v1"],
  ["a key in the query", "https://models.example/v1?key=secret"],
  ["a file", "file:///etc/passwd"],
  ["a script", "javascript:alert(1)"],
  ["nothing", ""],
])("refuses %s", (_, typed) => {
  const error: unknown = (() => {
    try {
      return modelAddress(typed);
    } catch (cause) {
      return cause;
    }
  })();
  expect(error).toMatchObject({ code: "model-address" });
  expect((error as Error).message).not.toContain("secret");
});

it("knows what stays on this machine", () => {
  expect(isThisMachine("http://127.0.0.1:1/x")).toBe(true);
  expect(isThisMachine("http://[::1]/x")).toBe(true);
  expect(isThisMachine("http://192.168.0.10/x")).toBe(false);
  expect(isThisMachine("https://127.example/x")).toBe(false);
});
