/** A CSV file as text: UTF-8, else GB18030 as Excel in Chinese writes it; what is no text is named. */
import { InputError } from "../../engines/input-error.ts";

export interface CsvText {
  text: string;
  isGb18030: boolean;
}

/** @throws InputError data.spreadsheet, data.not-utf8 */
export function decodeCsv(bytes: Uint8Array): CsvText {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw isSpreadsheet();
  }
  // UTF-16 has zero bytes too: no CSV in UTF-8 or GB18030 has one.
  if (bytes.includes(0)) throw notUtf8();
  const text = decoded("utf-8", bytes);
  if (text !== undefined) return { text, isGb18030: false };
  const chinese = decoded("gb18030", bytes);
  if (chinese === undefined) throw notUtf8();
  return { text: chinese, isGb18030: true };
}

/** Undefined where the bytes are not of this encoding. A byte-order mark is taken off. */
function decoded(encoding: "utf-8" | "gb18030", bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function startsWith(bytes: Uint8Array, beginning: readonly number[]): boolean {
  return beginning.every((byte, at) => bytes[at] === byte);
}

function isSpreadsheet(): InputError {
  return new InputError("data.spreadsheet", {
    zh: "这是Excel工作簿，不是CSV。请在Excel里另存为“CSV UTF-8（逗号分隔）”。",
    en: 'This is an Excel workbook, no CSV. Save it as "CSV UTF-8 (comma delimited)".',
  });
}

function notUtf8(): InputError {
  return new InputError("data.not-utf8", {
    zh: "文件不是UTF-8编码的文本，也不是GB18030。请在Excel里另存为“CSV UTF-8（逗号分隔）”。",
    en: 'The file is text neither in UTF-8 nor in GB18030. Save it as "CSV UTF-8 (comma delimited)".',
  });
}
