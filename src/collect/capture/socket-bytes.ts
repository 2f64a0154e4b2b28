// Reading a few bytes of an answer from a socket before it is handed on.
import type { Socket } from "node:net";

/** The next bytes of a socket that nothing else reads. */
export function nextBytes(socket: Socket): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const onReadable = (): void => {
      const bytes = socket.read() as Buffer | null;
      if (bytes === null) return;
      stop();
      resolve(bytes);
    };
    const onClose = (): void => {
      stop();
      reject(new Error("the proxy closed the connection"));
    };
    const stop = (): void => {
      socket.off("readable", onReadable).off("close", onClose).off("end", onClose);
    };
    socket.on("readable", onReadable).once("close", onClose).once("end", onClose);
  });
}

export function gone(socket: Socket): Error {
  socket.destroy();
  return new Error("the user's proxy refused the connection");
}
