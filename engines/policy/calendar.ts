/** Days and months as data: yyyy-mm-dd text and yyyymm integers, years 0001 to 9999, no clock and no time zone. */

export function isIsoDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** `2018-05` → 201805, or undefined. */
export function readMonth(text: string): number | undefined {
  const match = /^(\d{4})-(\d{2})$/.exec(text);
  const value = match ? Number(match[1]) * 100 + Number(match[2]) : 0;
  return isMonth(value) ? value : undefined;
}

export function isMonth(value: number): boolean {
  return Number.isInteger(value) && value >= 101 && value <= 999912 && value % 100 >= 1 && value % 100 <= 12;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
