/** Time as the program sees it. Only the apps read the machine's clock; everything else is given a Date. */
export interface Clock {
  now(): Date;
}

export const machineClock: Clock = { now: () => new Date() };

const chinaOffset = 8 * 60 * 60 * 1000;

/** The calendar day in China (UTC+8 all year) as yyyy-mm-dd: legal days begin there, wherever the server stands. */
export function dayInChina(moment: Date): string {
  return new Date(moment.getTime() + chinaOffset).toISOString().slice(0, 10);
}

/** The moment at which a day (yyyy-mm-dd) begins in China, or a day so many days later. */
export function startOfDayInChina(day: string, daysLater = 0): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - chinaOffset + daysLater * 24 * 60 * 60 * 1000);
}

/** The calendar year in China: the year of the books. */
export function yearInChina(moment: Date): number {
  return Number(dayInChina(moment).slice(0, 4));
}
