// A recording for tests: a tone, made here. Nobody speaks in it.

/** A WAV file of so many seconds: 8 kHz, 8 bit, one channel. */
export function aRecording(seconds: number, hertz = 220): Buffer {
  const rate = 8_000;
  const size = Math.round(seconds * rate);
  const head = Buffer.alloc(44);
  head.write("RIFF", 0, "latin1");
  head.writeUInt32LE(36 + size, 4);
  head.write("WAVEfmt ", 8, "latin1");
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write("data", 36, "latin1");
  head.writeUInt32LE(size, 40);
  const wave = Buffer.from(
    Array.from({ length: size }, (_, i) =>
      Math.round(128 + 60 * Math.sin((2 * Math.PI * hertz * i) / rate)),
    ),
  );
  return Buffer.concat([head, wave]);
}
