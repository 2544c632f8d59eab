/** All addresses of the face. Each page is loaded when it is first opened. */
import { createRootRoute, createRoute, createRouter, redirect } from "@tanstack/react-router";
import type { Session } from "../../domain/access/session.contract.ts";
import { Frame } from "./frame/frame.tsx";
import { lazyPage } from "./frame/lazy-page.ts";
import { NoPlace, PageCrash, PageLoading, PageNotFound } from "./frame/page-states.tsx";
import { readAuditFilters } from "./addresses/audit-filters.ts";
import { readAreaView } from "./addresses/area-view.ts";
import { parsePlainSearch, readYear, stringifyPlainSearch } from "./addresses/plain-search.ts";
import { type HouseholdFilters, readHouseholdFilters } from "./addresses/household-filters.ts";
import { type ListPlace, readListPlace } from "./addresses/list-place.ts";
import { readHouseholdView } from "./addresses/household-view.ts";
import { readPolicyFilters, readWhatIfView } from "./addresses/policy-filters.ts";
import { queryClient } from "./server/query-client.ts";
import { grantForArea, grantForCounty } from "./addresses/grant-for-area.ts";
import { actUnder, sessionQuery } from "./server/session.ts";

const rootRoute = createRootRoute({ notFoundComponent: PageNotFound });

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  validateSearch: (search): { next?: string } => {
    const next = search["next"];
    // Only a path of this site may follow a sign-in.
    return typeof next === "string" && /^\/(?!\/)/.test(next) ? { next } : {};
  },
  component: lazyPage(() => import("./pages/sign-in/sign-in-page.tsx"), "SignInPage"),
});

const framed = createRoute({
  getParentRoute: () => rootRoute,
  id: "framed",
  component: Frame,
  beforeLoad: async ({ location }) => {
    const session = await queryClient.ensureQueryData({ ...sessionQuery, revalidateIfStale: true });
    if (!session) throw redirect({ to: "/sign-in", search: { next: location.href } });
    return { session };
  },
});

const homeRoute = createRoute({
  getParentRoute: () => framed,
  path: "/",
  beforeLoad: async ({ context, location }) => {
    // Another place is chosen on the way here: whoever stays to finish an edit stays in the old one.
    const { actUnder: wanted } = location.state;
    const session = wanted === undefined ? context.session : await actUnder(wanted);
    const acting = session?.acting;
    // Whoever sees no household begins with the people.
    const isAdministrator =
      acting?.permissions.includes("person.list") && !acting.permissions.includes("household.list");
    if (isAdministrator) throw redirect({ to: "/people", replace: true });
    // Who only reads has nothing to do today: another place is chosen to see its figures.
    const onlyReads = acting?.permissions.includes("import.list") === false;
    if (acting && wanted !== undefined && onlyReads)
      throw redirect({ to: "/areas/$area", params: { area: acting.areaCode }, replace: true, state: {} });
    if (acting) throw redirect({ to: "/today", replace: true, state: {} });
  },
  component: NoPlace,
});

const todayRoute = createRoute({
  getParentRoute: () => framed,
  path: "/today",
  component: lazyPage(() => import("./pages/today/today-page.tsx"), "TodayPage"),
});

const meRoute = createRoute({
  getParentRoute: () => framed,
  path: "/me",
  component: lazyPage(() => import("./pages/me/me-page.tsx"), "MePage"),
});

const designRoute = createRoute({
  getParentRoute: () => framed,
  path: "/design",
  component: lazyPage(() => import("./pages/design/design-page.tsx"), "DesignPage"),
});

const areaRoute = createRoute({
  getParentRoute: () => framed,
  path: "/areas/$area",
  validateSearch: readAreaView,
  beforeLoad: ({ params, context }) => actFor(params.area, context.session),
  component: lazyPage(() => import("./pages/area/area-page.tsx"), "AreaPage"),
});

const householdListRoute = createRoute({
  getParentRoute: () => framed,
  path: "/areas/$area/households",
  validateSearch: (search): HouseholdFilters & ListPlace => ({
    ...readHouseholdFilters(search),
    ...readListPlace(search),
  }),
  beforeLoad: ({ params, context }) => actFor(params.area, context.session),
  component: lazyPage(() => import("./pages/household-list/household-list-page.tsx"), "HouseholdListPage"),
});

const householdRoute = createRoute({
  getParentRoute: () => framed,
  path: "/households/$county/$id",
  validateSearch: readHouseholdView,
  beforeLoad: ({ params, context }) => actInCounty(params.county, context.session),
  component: lazyPage(() => import("./pages/household/household-page.tsx"), "HouseholdPage"),
});

const importListRoute = createRoute({
  getParentRoute: () => framed,
  path: "/imports",
  component: lazyPage(() => import("./pages/imports/import-list-page.tsx"), "ImportListPage"),
});

const importRoute = createRoute({
  getParentRoute: () => framed,
  path: "/imports/$county/$id",
  beforeLoad: ({ params, context }) => actInCounty(params.county, context.session),
  component: lazyPage(() => import("./pages/imports/import-page.tsx"), "ImportPage"),
});

const peopleRoute = createRoute({
  getParentRoute: () => framed,
  path: "/people",
  component: lazyPage(() => import("./pages/people/people-page.tsx"), "PeoplePage"),
});

const auditRoute = createRoute({
  getParentRoute: () => framed,
  path: "/audit",
  validateSearch: readAuditFilters,
  component: lazyPage(() => import("./pages/audit/audit-page.tsx"), "AuditPage"),
});

const policyListRoute = createRoute({
  getParentRoute: () => framed,
  path: "/policies",
  validateSearch: readPolicyFilters,
  component: lazyPage(() => import("./pages/policies/policy-list-page.tsx"), "PolicyListPage"),
});

const policyRuleRoute = createRoute({
  getParentRoute: () => framed,
  path: "/policies/$rule",
  validateSearch: readYearOnly,
  component: lazyPage(() => import("./pages/policies/rule-page.tsx"), "RulePage"),
});

const whatIfRoute = createRoute({
  getParentRoute: () => framed,
  path: "/policies/$rule/what-if",
  validateSearch: readWhatIfView,
  component: lazyPage(() => import("./pages/policies/what-if-page.tsx"), "WhatIfPage"),
});

/** Whoever is signed in keeps the rooms at hand on an address that leads nowhere. */
const unknownRoute = createRoute({ getParentRoute: () => framed, path: "$", component: PageNotFound });

const frameTree = framed.addChildren([
  homeRoute,
  todayRoute,
  meRoute,
  designRoute,
  areaRoute,
  householdListRoute,
  householdRoute,
  importListRoute,
  importRoute,
  peopleRoute,
  auditRoute,
  policyListRoute,
  policyRuleRoute,
  whatIfRoute,
  unknownRoute,
]);

export const router = createRouter({
  routeTree: rootRoute.addChildren([signInRoute, frameTree]),
  parseSearch: parsePlainSearch,
  stringifySearch: stringifyPlainSearch,
  defaultPendingComponent: PageLoading,
  defaultErrorComponent: PageCrash,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
  interface HistoryState {
    actUnder?: string;
  }
}

/** A link to another place of one's own is opened under the grant for that place. */
async function actFor(area: string, { acting, grants }: Session): Promise<void> {
  const grant = grantForArea(area, acting, grants);
  if (grant) await actUnder(grant.id);
}

async function actInCounty(county: string, { acting, grants }: Session): Promise<void> {
  const grant = grantForCounty(county, acting, grants);
  if (grant) await actUnder(grant.id);
}

function readYearOnly(search: Record<string, unknown>): { year?: number } {
  const year = readYear(search["year"]);
  return year === undefined ? {} : { year };
}
