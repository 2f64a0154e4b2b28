// XLSX workbooks and archives made by hand for tests, so that hostile ones can be made too. Contents are invented.
import { deflateRawSync, crc32 } from "node:zlib";

export interface Part {
  readonly name: string;
  readonly data: string | Buffer;
}

/** A ZIP archive (APPNOTE.TXT) of these parts, each deflated. */
export function archiveOf(parts: readonly Part[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data } of parts) {
    const plain = Buffer.from(data);
    const packed = deflateRawSync(plain, { level: 9 });
    const path = Buffer.from(name, "utf8");
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(plain), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(plain.length, 18);
    fields.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), fields, path, packed]);
    const rest = Buffer.alloc(16);
    rest.writeUInt32LE(offset, 12);
    directory.push(
      Buffer.concat([
        Buffer.from("PK\x01\x02", "latin1"),
        Buffer.from([20, 0]),
        fields,
        rest.subarray(2),
        path,
      ]),
    );
    locals.push(local);
    offset += local.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, entries, Buffer.from("PK\x05\x06", "latin1"), end]);
}

/** A workbook with one sheet; `rows` is the inside of its sheetData, `more` replaces or adds parts. */
export function workbookOf(rows: string, more: readonly Part[] = []): Buffer {
  const parts = new Map<string, string | Buffer>([
    [
      "xl/workbook.xml",
      `<workbook xmlns:r="r"><sheets><sheet name="Invented" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
    ],
    ["xl/worksheets/sheet1.xml", `<worksheet><sheetData>${rows}</sheetData></worksheet>`],
    ...more.map(({ name, data }) => [name, data] as const),
  ]);
  return archiveOf([...parts].map(([name, data]) => ({ name, data })));
}
