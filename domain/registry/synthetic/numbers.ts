/**
 * The numbers of a synthetic register. Each seed has stretches of its own in the space of household numbers, phones and
 * id regions, so that a generated file never lands on the households of another one that was loaded before.
 */
import { chanceOf } from "./random.ts";

export interface SyntheticNumbers {
  /** Of the household at a place of the register; 16 digits, those of the county first. */
  registerNo(county: string, index: number): string;
  /** The numbers of 154 are given to nobody; the lower half belongs to helpers, the upper to households. */
  phone(index: number): string;
  helperPhone(helper: number): string;
  /** Regions 990001 to 999000 are assigned to nobody. */
  region(block: number): number;
}

const numberStream = 4;
const regions = 9_000;
const halfOfPhones = 50_000_000;
/** No register is longer. */
const room = 1_000_000;

export function numbersOf(seed: number): SyntheticNumbers {
  const chance = chanceOf(seed, numberStream);
  const firstHousehold = chance.between(0, 10 ** 10 - room);
  const firstPhone = chance.between(0, halfOfPhones - room);
  const firstHelper = chance.between(0, halfOfPhones - room);
  const firstRegion = chance.between(0, regions - 1);
  const phone = (number: number): string => `154${String(number).padStart(8, "0")}`;
  return {
    registerNo: (county, index) => `${county}${String(firstHousehold + index).padStart(10, "0")}`,
    phone: (index) => phone(halfOfPhones + firstPhone + index),
    helperPhone: (helper) => phone(firstHelper + helper),
    region: (block) => 990_001 + ((firstRegion + block) % regions),
  };
}
