/**
 * Cuts rule text into tokens. Full-width punctuation and digits, ≥ ≤ ≠ × ÷ and ‘ ’ “ ” are read as their plain forms, so
 * that text typed with a Chinese keyboard works. Throws PolicyError `text.*`.
 */
import { PolicyError, type Span } from "./policy-error.ts";

export type TokenKind = "number" | "text" | "name" | "keyword" | "symbol" | "end";

export interface Token extends Span {
  readonly kind: TokenKind;
  /** Digits in plain form, text and names without quotes, keywords in lower case. */
  readonly text: string;
  /** A name in quotes is never a function, `date` or `month`. */
  readonly quoted: boolean;
}

export const longestText = 4000;

const keywords: ReadonlySet<string> = new Set(
  "and or not in between is null true false contains overlaps".split(" "),
);

const space = /[\s\u3000]+/uy;
const number = /[0-9０-９]+(?:[.．][0-9０-９]+)?/uy;
const name = /[\p{L}_][\p{L}\p{N}_]*/uy;
const quotes = /'(?:[^']|'')*'|‘[^’]*’|"(?:[^"]|"")+"|“[^”]+”/uy;
const symbol = /<>|!=|<=|>=|[-()+*/,<>=]/uy;
const wide: Readonly<Record<string, string>> = {
  "（": "(",
  "）": ")",
  "，": ",",
  "＞": ">",
  "＜": "<",
  "＝": "=",
  "＋": "+",
  "－": "-",
  "＊": "*",
  "／": "/",
  "！": "!",
  "≥": ">=",
  "≤": "<=",
  "≠": "<>",
  "×": "*",
  "÷": "/",
};

/** Whether a name can stand without quotes. */
export function isPlainName(text: string): boolean {
  name.lastIndex = 0;
  return name.exec(text)?.[0] === text && !keywords.has(text.toLowerCase());
}

export function readTokens(text: string): Token[] {
  if (text.length > longestText) throw tooLong(text);
  const tokens: Token[] = [];
  let position = 0;
  while ((position += matchAt(space, text, position).length) < text.length) {
    const token = readToken(text, position);
    tokens.push(token);
    position += token.length;
  }
  tokens.push({ kind: "end", text: "", quoted: false, position, length: 0 });
  return tokens;
}

function readToken(text: string, position: number): Token {
  const digits = matchAt(number, text, position);
  if (digits) return readNumber(text, position, digits);
  const word = matchAt(name, text, position);
  if (word) {
    const plain = word.toLowerCase();
    const isKeyword = keywords.has(plain);
    return {
      kind: isKeyword ? "keyword" : "name",
      text: isKeyword ? plain : word,
      quoted: false,
      position,
      length: word.length,
    };
  }
  const quoted = matchAt(quotes, text, position);
  if (quoted) return readQuoted(quoted, position);
  return readSymbol(text, position);
}

function readNumber(text: string, position: number, digits: string): Token {
  const length = digits.length;
  const tail = matchAt(/[\p{L}\p{N}_.．]+/uy, text, position + length);
  if (tail) {
    throw new PolicyError(
      "text.bad-number",
      { position, length: length + tail.length },
      {
        zh: `“${digits}${tail}”不是数：数只写数字和小数点，不写单位；金额以元为单位`,
        en: `“${digits}${tail}” is not a number: write digits and a decimal point only, no unit; money is in yuan`,
      },
    );
  }
  return { kind: "number", text: digits.normalize("NFKC"), quoted: false, position, length };
}

function readQuoted(quoted: string, position: number): Token {
  const length = quoted.length;
  const mark = quoted.charAt(0);
  const inner = quoted.slice(1, -1);
  if (!inner.isWellFormed() || inner.includes("\0")) {
    throw new PolicyError(
      "text.bad-character",
      { position, length },
      {
        zh: "引号内有无法保存的字符：请删去后重新输入",
        en: "The quotes hold a character that cannot be stored: delete it and type it again",
      },
    );
  }
  const plain =
    mark === "'" ? inner.replaceAll("''", "'") : mark === '"' ? inner.replaceAll('""', '"') : inner;
  return {
    kind: mark === "'" || mark === "‘" ? "text" : "name",
    text: plain,
    quoted: true,
    position,
    length,
  };
}

function readSymbol(text: string, position: number): Token {
  const first = plainSymbol(text, position);
  const second = plainSymbol(text, position + 1);
  if ((first === "-" && second === "-") || (first === "/" && second === "*")) throw comment(position);
  const pair = matchAt(symbol, first + (second.length === 1 ? second : ""), 0);
  const combined = first.length === 1 && pair.length === 2;
  if (!pair) throw unexpected(text, position);
  const plain = pair === "!=" ? "<>" : pair;
  return { kind: "symbol", text: plain, quoted: false, position, length: combined ? 2 : 1 };
}

function plainSymbol(text: string, position: number): string {
  const char = text.charAt(position);
  return wide[char] ?? char;
}

function matchAt(pattern: RegExp, text: string, position: number): string {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[0] ?? "";
}

function unexpected(text: string, position: number): PolicyError {
  const char = String.fromCodePoint(text.codePointAt(position) ?? 0);
  if ("'‘\"“".includes(char)) {
    return new PolicyError(
      "text.unclosed-quote",
      { position, length: text.length - position },
      {
        zh: `从${char}开始的引号没有内容或没有结束：请补上内容和右引号`,
        en: `The quote that starts with ${char} is empty or never closed: add the text and the closing quote`,
      },
    );
  }
  return new PolicyError(
    "text.unexpected-character",
    { position, length: char.length },
    {
      zh: `不认识的字符“${char}”：请删去；含特殊符号的指标名要用双引号括起来`,
      en: `Unknown character “${char}”: delete it; a term with special characters must stand in double quotes`,
    },
  );
}

function comment(position: number): PolicyError {
  return new PolicyError(
    "text.comment",
    { position, length: 2 },
    {
      zh: "规则里不能写注释：请删去 -- 或 /*；两个减号之间请留空格",
      en: "A rule holds no comments: delete -- or /*; put a space between two minus signs",
    },
  );
}

function tooLong(text: string): PolicyError {
  return new PolicyError(
    "text.too-long",
    { position: longestText, length: text.length - longestText },
    {
      zh: `规则有 ${text.length} 个字符，最多 ${longestText} 个：请拆成几条规则`,
      en: `The rule has ${text.length} characters, at most ${longestText} are allowed: split it into several rules`,
    },
  );
}
