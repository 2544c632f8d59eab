/** Text as people type it, brought to one form. Nothing here knows a field. */

const invisible = /[\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g;
const fullWidth = /[\uFF01-\uFF5E]/g;
const fullWidthLettersAndDigits = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/g;
const plainAscii = /^[\x21-\x7E]*$/;

function toHalf(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}

/** Full-width letters and digits become plain, invisible characters go, white space of any kind becomes one blank. */
export function tidyText(text: string): string {
  if (plainAscii.test(text)) return text;
  return text.replace(invisible, "").replace(fullWidthLettersAndDigits, toHalf).replace(/\s+/gu, " ").trim();
}

/** For numbers, dates and ids: all full-width forms become plain and all white space goes. */
export function compactText(text: string): string {
  if (plainAscii.test(text)) return text;
  return text.replace(invisible, "").replace(fullWidth, toHalf).replace(/\s+/gu, "");
}

/**
 * The same text in memory of its own. A piece cut out of a long text keeps all of it alive, and a county's ids would keep
 * its whole file.
 */
export function detached(text: string): string {
  if (text.length < 13) return text;
  return plainAscii.test(text)
    ? Buffer.from(text, "latin1").toString("latin1")
    : Buffer.from(text, "utf16le").toString("utf16le");
}

/** For comparing labels: compact, one kind of brackets and quotes, lower case, without a required mark or a final colon. */
export function labelKey(text: string): string {
  return compactText(text)
    .replace(/[〔【[]/g, "(")
    .replace(/[〕】\]]/g, ")")
    .replace(/[“”"'‘’]/g, "")
    .replace(/^\*+|[*:：]+$/g, "")
    .toLowerCase();
}

const dots = /[•・‧∙●．.]/g;
const han = /\p{Script=Han}/u;

/** A person's name: no blanks inside Chinese names, one kind of middle dot in names of other nationalities. */
export function tidyName(text: string): string {
  const tidy = tidyText(text);
  if (!han.test(tidy)) return tidy;
  return tidy
    .replace(/ /g, "")
    .replace(dots, "·")
    .replace(/^·+|·+$/g, "");
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetter(index: number): string {
  let letters = "";
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
