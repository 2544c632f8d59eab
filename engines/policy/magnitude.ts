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

const deepestCall = 3;

/** Functions in functions: each level writes its inner part twice in SQL. @throws PolicyError type.too-extreme */
export function refuseExtremes(node: Checked, calls = 0): Magnitude {
  const within = node.kind === "call" ? calls + 1 : calls;
  if (within > deepestCall) throw tooExtreme(node);
  const parts = checkedParts(node).map((part) => refuseExtremes(part, within));
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
    case "call":
      // Chosen from over one denominator.
      if (node.type === "amount") return { most: parts.reduce((sum, part) => sum + part.most, 0), grain: 0 };
      return widest(parts);
    case "negate":
      return widest(parts);
    default:
      return nothing;
  }
}

function widest(parts: readonly Magnitude[]): Magnitude {
  return {
    most: Math.max(0, ...parts.map((part) => part.most)),
    grain: Math.max(0, ...parts.map((part) => part.grain)),
  };
}

const nothing: Magnitude = { most: 0, grain: 0 };
