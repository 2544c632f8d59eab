import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { readRegisterFile } from "../reading.ts";
import { fileOf } from "./test-files.ts";
import { labels, person } from "./test-rows.ts";

describe("CSV", () => {
  const text = [labels, person("H1", "䶮㛃𬭎", 1, "户主", "未脱贫", '"3,500.50"')]
    .map((row) => row.join(","))
    .join("\r\n");

  test("is read as UTF-8, UTF-16 with a mark or GB18030, rare characters included", async () => {
    for (const content of [
      Buffer.from(text),
      Buffer.from(`\ufeff${text}`),
      Buffer.from(`\ufeff${text}`, "utf16le"),
      iconv.encode(text, "gb18030"),
    ]) {
      const read = await readRegisterFile(fileOf("花名册.csv", content));
      expect(read.households[0]?.members[0]?.name).toBe("䶮㛃𬭎");
      expect(read.households[0]?.fields["income_statement.per_head_reported"]).toBe(350_050);
    }
  });

  test("in no known encoding says so", async () => {
    await expect(
      readRegisterFile(fileOf("x.csv", Buffer.from([0x68, 0xff, 0xff, 0x0a]))),
    ).rejects.toMatchObject({ code: "reading.encoding" });
  });

  test("that breaks off in the middle names the line", async () => {
    const endless = `${"a,b,c\n".repeat(10)}"${"x".repeat(3_000_000)}`;
    await expect(readRegisterFile(fileOf("x.csv", Buffer.from(endless)))).rejects.toMatchObject({
      code: "reading.damaged-line",
      zh: expect.stringContaining("第11行"),
    });
  });
});
