/** Marks between words: a Chinese page has full-width ones. */
export const zh = {
  and: "、",
  colon: "：",
  semicolon: "；",
  stop: "。",
  inBrackets: "（{{text}}）",
  /** The title of a document. */
  title: "《{{text}}》",
};

export const en: typeof zh = {
  and: ", ",
  colon: ": ",
  semicolon: "; ",
  stop: ".",
  inBrackets: " ({{text}})",
  title: "“{{text}}”",
};
