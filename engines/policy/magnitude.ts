/**
 * Refuses decimals that could leave the range of float8, where PostgreSQL stops with an error and JavaScript does not.
 * Decimal facts are below 10^12 and, unless zero, not below 10^-6; integer facts are int4, money facts safe integers.
 */
import { tooExtreme } from "./check-problem.ts";
import { type Checked, checkedParts } from "./tree.ts";

/** Powers of ten: no value is above 10^most, and every value is a multiple of something not below 10^-grain. */
interface Magnitude {
  readonly most: number;
  readonly grain: number;
}

const limit = 290;
const fineness = 16;

/** @throws PolicyError type.too-extreme */
export function refuseExtremes(node: Checked): Magnitude {
  const parts = checkedParts(node).map(refuseExtremes);
  const magnitude = combined(node, parts);
  if (magnitude.most > limit || magnitude.grain > limit) throw tooExtreme(node);
  return magnitude;
}

function combined(node: Checked, parts: readonly Magnitude[]): Magnitude {
  const [left = nothing, right = nothing] = parts;
  switch (node.kind) {
    case "fact":
      return node.type === "decimal" ? { most: 12, grain: 6 + fineness } : { most: 16, grain: 0 };
    case "constant":
      return { most: 16, grain: node.type === "decimal" ? 15 + fineness : 0 };
    case "arithmetic":
      if (node.operator === "*") return { most: left.most + right.most, grain: left.grain + right.grain };
      if (node.operator === "/") {
        const divisor = node.type === "amount" ? right.most : right.grain;
        return { most: left.most + divisor, grain: left.grain + right.most + fineness };
      }
      // A sum of fractions stands over both denominators.
      return {
        most: node.type === "amount" ? left.most + right.most + 1 : Math.max(left.most, right.most) + 1,
        grain: Math.max(left.grain, right.grain),
      };
    case "negate":
    case "call":
      return {
        most: Math.max(0, ...parts.map((part) => part.most)),
        grain: Math.max(0, ...parts.map((part) => part.grain)),
      };
    default:
      return nothing;
  }
}

const nothing: Magnitude = { most: 0, grain: 0 };
