// Tables in many encodings and forms, honest and hostile. Everyone in them is invented.
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { CollectError } from "../errors.ts";
import { archiveOf, workbookOf } from "../testing-xlsx.ts";
import { openCsv } from "./csv-table.ts";
import type { OpenTable, TableOptions } from "./open-table.ts";
import { dateText, formOf } from "./xlsx-dates.ts";
import { openXlsx } from "./xlsx-table.ts";

const csv = (data: Buffer | string, options: TableOptions = {}): Promise<OpenTable> =>
  openCsv(() => chunked(Buffer.from(data)), options);
async function* chunked(bytes: Buffer, size = 1000): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
async function allOf(table: OpenTable): Promise<string[][]> {
  const all: string[][] = [];
  for await (const rows of table.rows()) all.push(...rows);
  return all;
}
const code = (run: Promise<unknown>): Promise<string> =>
  run.then(
    () => "nothing was wrong",
    (cause: unknown) => (cause instanceof CollectError ? cause.code : "not coded"),
  );

const russian =
  "Имя;Возраст;Место\nВыдуманный Человек;41;Придуманный аул\nДругая Придуманная;39;Вымышленный район\n";
const chinese = "姓名,年龄,地点\n虚构之人,41,虚构县第一村\n杜撰女士,39,虚构县第二村\n";

describe("the encoding of a table", () => {
  it.each([
    ["utf-8", russian],
    ["utf-16le", russian],
    ["windows-1251", russian],
    ["koi8-r", russian],
    ["cp866", russian],
    ["gb18030", chinese],
    ["big5", "姓名,年齡,地點\n虛構之人,41,虛構縣第一村\n杜撰女士,39,虛構縣第二村\n"],
  ])("is found to be %s", async (encoding, text) => {
    const table = await csv(iconv.encode(text, encoding));
    expect(table.encoding).toBe(encoding);
    const [first = ""] = text.split("\n");
    expect(table.columns).toEqual(first.split(/[;,]/));
    expect(await allOf(table)).toEqual(
      text
        .trim()
        .split("\n")
        .slice(1)
        .map((line) => line.split(/[;,]/)),
    );
  });

  it("is read off a byte-order mark, and a person may choose another", async () => {
    expect((await csv(iconv.encode(russian, "utf-16be", { addBOM: true }))).columns[0]).toBe("Имя");
    expect((await csv(`\uFEFF${russian}`)).columns[0]).toBe("Имя");
    const chosen = await csv(iconv.encode("Имя,Лет\nА,1\n", "rk1048"), { encoding: "rk1048" });
    expect(chosen.columns).toEqual(["Имя", "Лет"]);
    expect(await code(csv("a,b\n1,2\n", { encoding: "no-such-thing" }))).toBe("encoding-unknown");
  });

  it("cuts no character in two at the end of a chunk", async () => {
    const text = `name,note\n${"ә".repeat(1001)},${"字".repeat(1001)}\n`;
    for (const encoding of ["utf-8", "utf-16le", "gb18030"]) {
      const rows = await allOf(await csv(iconv.encode(text, encoding), { encoding }));
      expect(rows).toEqual([["ә".repeat(1001), "字".repeat(1001)]]);
    }
  });
});

describe("the rows of a CSV", () => {
  it("keep quotes, line breaks in cells and mixed line ends", async () => {
    const rows = await allOf(
      await csv('a,b\r\n"one ""two""","line 1\nline 2"\n\r\nNur"lan,3\r4,5'),
    );
    expect(rows).toEqual([
      ['one "two"', "line 1\nline 2"],
      ['Nur"lan', "3"],
      ["4", "5"],
    ]);
  });

  it("start under the header, also where titles stand above it", async () => {
    const text = "Invented list of people\n\nName,Age,Place\nInvented A,1,X\nInvented B,2,Y\n";
    const table = await csv(text);
    expect(table.columns).toEqual(["Name", "Age", "Place"]);
    expect(await allOf(table)).toHaveLength(2);
    expect((await csv(text, { headerRow: 3 })).columns[0]).toBe("Invented A");
  });

  it("give columns names that are there once", async () => {
    const { columns } = await csv("name,,name,note\na,b,c,d\n");
    expect(columns).toEqual(["name", "Column 2", "name (2)", "note"]);
  });

  it("find the separator", async () => {
    for (const [separator, text] of [
      ["\t", "a\tb, c\td\n1\t2, 3\t4\n"],
      [";", "a;b;c\n1,5;2,5;3\n"],
      ["|", "a|b|c\n1|2|3\n"],
    ] as const) {
      expect((await csv(text)).delimiter).toBe(separator);
    }
  });

  it("end in a coded error where the table is broken or too large", async () => {
    expect(await code(csv(""))).toBe("no-header");
    expect(await code(csv(" \n \n"))).toBe("no-header");
    const open = `a,b\n${"1,2\n".repeat(200)}"never closed,4\n5,6\n`;
    expect(await code(csv(open).then(allOf))).toBe("quote-open");
    const long = `a,b\n${"1,2\n".repeat(200)}"${"x".repeat(5 * 1024 * 1024)}`;
    expect(await code(csv(long).then(allOf))).toBe("row-too-long");
    expect(await code(csv(`${"c,".repeat(100_000)}c\n${"1,".repeat(100_000)}1\n`))).toBe(
      "too-many-columns",
    );
  });
});

describe("an XLSX workbook", () => {
  it("is read with shared texts, inline texts, gaps and the last results of formulas", async () => {
    const rows = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Age</t></is></c><c r="D1" t="str"><v>Sum</v></c></row>
      <row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2"><v>41</v></c><c r="D2"><f>SUM(B2,HYPERLINK("http://invented.invalid"))</f><v>42</v></c></row>
      <row r="3"/><row r="4"><c r="B4" t="b"><v>1</v></c><c r="D4"><v>1.2E+17</v></c></row>`;
    const shared = `<sst><si><t>Name</t></si><si><r><t>Invented </t></r><r><t>Person</t></r><rPh><t>no</t></rPh></si></sst>`;
    const table = await openXlsx(
      workbookOf(rows, [{ name: "xl/sharedStrings.xml", data: shared }]),
      {},
    );
    expect(table.columns).toEqual(["Name", "Age", "Column 3", "Sum"]);
    expect(await allOf(table)).toEqual([
      ["Invented Person", "41", "", "42"],
      ["", "TRUE", "", "120000000000000000"],
    ]);
    expect(table.sheets).toEqual(["Invented"]);
    expect(await code(openXlsx(workbookOf(rows), { sheet: "Another" }))).toBe("sheet-unknown");
  });

  it("gives dates as far as they were shown", async () => {
    const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="mmm\\-yy"/><numFmt numFmtId="165" formatCode="&quot;day &quot;0.0"/></numFmts>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`;
    const rows = `<row><c t="str"><v>a</v></c><c t="str"><v>b</v></c><c t="str"><v>c</v></c><c t="str"><v>d</v></c></row>
      <row><c s="0"><v>42795</v></c><c s="1"><v>42795</v></c><c s="2"><v>42795</v></c><c s="3"><v>42795</v></c></row>`;
    const table = await openXlsx(workbookOf(rows, [{ name: "xl/styles.xml", data: styles }]), {});
    expect(await allOf(table)).toEqual([["42795", "2017-03-01", "2017-03", "42795"]]);
  });

  it("counts days as the two ways of spreadsheets do", () => {
    expect(dateText(1, "day", false)).toBe("1900-01-01");
    expect(dateText(61, "day", false)).toBe("1900-03-01");
    expect(dateText(0, "day", true)).toBe("1904-01-01");
    expect(dateText(43101.5, "day-time", false)).toBe("2018-01-01T12:00:00");
    expect(dateText(-1, "day", false)).toBeNull();
    expect(
      ["yyyy", "[$-419]d mmmm yyyy", "h:mm", "#,##0.00", '0 "d"', "General", "yyyy年m月"].map(
        formOf,
      ),
    ).toEqual(["year", "day", "time", null, null, null, "month"]);
  });

  it("stops bombs, deep nests, broken archives and too many parts with a code", async () => {
    const bomb = workbookOf(`<row><c t="str"><v>${" ".repeat(40 * 1024 * 1024)}</v></c></row>`);
    expect(bomb.length).toBeLessThan(100_000);
    expect(await code(openXlsx(bomb, {}))).toMatch(/^(?:ratio|row-too-long)$/);
    const rows = workbookOf(`<row><c t="str"><v>a</v></c></row>${"<row/>".repeat(4_000_000)}`);
    expect(await code(openXlsx(rows, {}).then(allOf))).toBe("ratio");
    const nested = workbookOf(`${"<row>".repeat(100)}${"</row>".repeat(100)}`);
    expect(await code(openXlsx(nested, {}))).toBe("too-deep");
    expect(await code(openXlsx(Buffer.from("PK\x03\x04 and no more", "latin1"), {}))).toBe(
      "broken-archive",
    );
    expect(await code(openXlsx(workbookOf("<row><c>"), {}))).toBe("broken-archive");
    expect(await code(openXlsx(archiveOf([{ name: "inner.zip", data: workbookOf("") }]), {}))).toBe(
      "broken-archive",
    );
    const many = archiveOf(Array.from({ length: 5_000 }, (_, i) => ({ name: `${i}`, data: "" })));
    expect(await code(openXlsx(many, {}))).toBe("too-many-entries");
  });

  it("expands no entity and follows none", async () => {
    const laughs = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>`;
    expect(
      await code(
        openXlsx(workbookOf("", [{ name: "xl/worksheets/sheet1.xml", data: laughs }]), {}),
      ),
    ).toBe("broken-archive");
  });
});
