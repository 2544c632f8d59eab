/** The composite poverty incidence (综合贫困发生率): what the register says, corrected by what a sample found. */
import type { Statistic } from "./statistic.ts";

/** Persons by the register, all known exactly. */
export interface RegisterCounts {
  /** Registered and still poor (未脱贫). */
  poor: number;
  /** Registered and lifted out (脱贫). */
  lifted: number;
  /** Not registered (非建档立卡). */
  notRegistered: number;
  /** Rural population. */
  population: number;
}

/**
 * (poor + lifted · wrong-exit rate + not registered · missed rate) / population, a share 0..1. Both rates come from the same
 * sample; as one statistic it is linearised whole, so that their covariance is in its standard error.
 *
 * Source: 贫困县退出专项评估检查实施办法 (2017): 未脱贫、错退推算和漏评推算人口之和，占农业户籍人口.
 *
 * @param wrongExit ratio of persons wrongly lifted to persons lifted
 * @param missed ratio of persons missed to persons not registered
 */
export function compositeIncidence(
  register: RegisterCounts,
  wrongExit: Statistic,
  missed: Statistic,
): Statistic {
  const { poor, lifted, notRegistered, population } = register;
  const size = wrongExit.columns.length;
  const split = (totals: Float64Array) => [totals.subarray(0, size), totals.subarray(size)] as const;
  return {
    columns: [...wrongExit.columns, ...missed.columns],
    domain: wrongExit.domain.map((own, row) => own | (missed.domain[row] ?? 0)),
    value: (totals) => {
      const [exit, miss] = split(totals);
      return (poor + lifted * wrongExit.value(exit) + notRegistered * missed.value(miss)) / population;
    },
    gradient: (totals) => {
      const [exit, miss] = split(totals);
      return [
        ...wrongExit.gradient(exit).map((slope) => (slope * lifted) / population),
        ...missed.gradient(miss).map((slope) => (slope * notRegistered) / population),
      ];
    },
  };
}
