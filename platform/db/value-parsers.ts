/** How PostgreSQL values become JavaScript values, once for the whole process. */
import pg from "pg";

const bigintType = 20;
const numericType = 1700;
const dateType = 1082;

// Money is integer fen: exact as a number up to 90 trillion yuan. Beyond that we refuse instead of rounding.
pg.types.setTypeParser(bigintType, (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError("A bigint is beyond the exact range of numbers");
  return value;
});
pg.types.setTypeParser(numericType, Number);
// A date has no time zone: keep it as yyyy-mm-dd.
pg.types.setTypeParser(dateType, (text) => text);
