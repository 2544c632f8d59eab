/** All routes below /api/v1, one line a noun. */
import { personRoutes } from "../../domain/access/person.routes.ts";
import type { Routes } from "../../domain/access/routes.ts";
import { sessionRoutes } from "../../domain/access/session.routes.ts";
import { createSignInLimit } from "../../domain/access/sign-in-limit.ts";
import { codeListRoutes } from "../../domain/registry/code-list.routes.ts";
import { areaMapRoutes } from "../../domain/registry/area-map.routes.ts";
import { divisionRoutes } from "../../domain/registry/division.routes.ts";
import { getHelperId } from "../../domain/registry/helper.service.ts";
import { householdHistoryRoutes } from "../../domain/registry/household-history.routes.ts";
import { householdRoutes } from "../../domain/registry/household.routes.ts";
import { importUndoRoutes } from "../../domain/registry/import-undo.routes.ts";
import { importRejectRoutes } from "../../domain/registry/import-reject.routes.ts";
import { recordWords } from "../../domain/registry/record-words.service.ts";
import { rejectedFileRoutes } from "../../domain/registry/rejected-file.routes.ts";
import { importCorrectionRoutes } from "../../domain/registry/import-correction.routes.ts";
import { importDifferenceRoutes } from "../../domain/registry/import-difference.routes.ts";
import { importMappingRoutes } from "../../domain/registry/import-mapping.routes.ts";
import { importRoutes } from "../../domain/registry/import.routes.ts";
import { unusedColumnRoutes } from "../../domain/registry/unused-column.routes.ts";
import { todayRoutes } from "../../domain/today/today.routes.ts";
import { targetRoutes } from "../../domain/targets/target.routes.ts";
import { eventRoutes } from "../../domain/audit/event.routes.ts";
import { evaluationRoutes } from "../../domain/verdicts/evaluation/evaluation.routes.ts";
import { figureRoutes } from "../../domain/verdicts/figures/figure.routes.ts";
import { figureExportRoutes } from "../../domain/verdicts/figures/figure-export.routes.ts";
import { householdExportRoutes } from "../../domain/verdicts/list/household-export.routes.ts";
import { householdListRoutes } from "../../domain/verdicts/list/household-list.routes.ts";
import { policyRoutes } from "../../domain/verdicts/policy/policy.routes.ts";
import { rankRoutes } from "../../domain/verdicts/figures/rank.routes.ts";
import { seriesRoutes } from "../../domain/verdicts/figures/series.routes.ts";
import { verdictRoutes } from "../../domain/verdicts/verdict.routes.ts";
import { whatIfRoutes } from "../../domain/verdicts/what-if/what-if.routes.ts";
import { registerListener } from "../register-listener.ts";
import type { Demo } from "./demo.contract.ts";
import { demoRoutes } from "./demo.routes.ts";
import { taskRoutes } from "./task.routes.ts";

export function apiRoutes(demo: Demo | null = null): Routes[] {
  return [
    sessionRoutes(createSignInLimit()),
    demoRoutes(demo),
    personRoutes(getHelperId),
    eventRoutes(recordWords),
    codeListRoutes,
    divisionRoutes,
    areaMapRoutes,
    householdRoutes(registerListener),
    householdHistoryRoutes,
    importCorrectionRoutes,
    rejectedFileRoutes,
    importRejectRoutes,
    importUndoRoutes,
    importDifferenceRoutes,
    importMappingRoutes,
    unusedColumnRoutes,
    importRoutes,
    evaluationRoutes,
    figureRoutes,
    figureExportRoutes,
    householdListRoutes,
    householdExportRoutes,
    policyRoutes,
    rankRoutes,
    seriesRoutes,
    targetRoutes,
    todayRoutes,
    verdictRoutes,
    whatIfRoutes,
    taskRoutes,
  ];
}
