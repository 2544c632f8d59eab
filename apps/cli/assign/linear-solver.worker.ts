/** A thread that solves one linear model after another with HiGHS, which blocks while it works. */
import { createRequire } from "node:module";
import { parentPort } from "node:worker_threads";
import type { Highs, Model } from "highs";
import type { LinearModel } from "../../../engines/assignment/linear-model.ts";
import type { LinearAnswer, LinearRequest } from "./linear-solver.ts";

// The package's types describe its CommonJS build.
const loadHighs: (typeof import("highs"))["default"] = createRequire(import.meta.url)("highs");
const highs = await loadHighs();

parentPort?.on("message", (request: LinearRequest) => parentPort?.postMessage(solve(highs, request), []));

function solve(highs: Highs, { model, seconds, anyAnswer }: LinearRequest): LinearAnswer {
  return highs.withModel((native) => {
    pass(native, model);
    native.options.set({
      output_flag: false,
      time_limit: seconds,
      mip_rel_gap: 0,
      // Costs are whole: an answer less than 1 above the bound is the optimum.
      mip_abs_gap: 0.99,
      random_seed: 0,
    });
    if (anyAnswer) native.options.set("mip_max_improving_sols", 1);
    native.run();
    return answerOf(highs, native);
  });
}

function pass(native: Model, model: LinearModel): void {
  native.passModel({
    numCols: model.columnCount,
    numRows: model.rowCount,
    colCost: model.cost,
    colLower: new Float64Array(model.columnCount),
    colUpper: model.highest,
    rowLower: model.rowLow,
    rowUpper: model.rowHigh,
    integrality: model.isWhole,
    matrix: {
      format: "csr",
      numRows: model.rowCount,
      numCols: model.columnCount,
      starts: model.starts,
      indices: model.columns,
      values: model.values,
    },
  });
}

function answerOf({ constants }: Highs, native: Model): LinearAnswer {
  if (native.getModelStatus() === constants.modelStatus.infeasible) return { kind: "none" };
  // 2: the solver holds a solution that keeps every row.
  if (native.info.get("primal_solution_status") !== 2) return { kind: "stopped" };
  return {
    kind: "found",
    values: native.getSolution().colValue,
    bound: Number(native.info.get("mip_dual_bound")),
  };
}
