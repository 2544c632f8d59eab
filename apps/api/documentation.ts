/** OpenAPI 3.1 from the contracts, at /api/v1/openapi.json, and pages to read it at /api/docs. */
import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import { createJsonSchemaTransform, jsonSchemaTransformObject } from "fastify-type-provider-zod";
import type { RouteApp } from "../../domain/access/routes.ts";
import { grantHeader, sessionCookie } from "../../domain/access/door.ts";

const toJsonSchema = createJsonSchemaTransform({});

export async function installDocumentation(app: RouteApp): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "精准 Jingzhun",
        version: "1",
        description: `Sign in with POST /api/v1/session. A person with several roles chooses one by the header ${grantHeader}.`,
      },
      components: { securitySchemes: { session: { type: "apiKey", in: "cookie", name: sessionCookie } } },
    },
    transform(document) {
      const { permission } = document.route.config ?? {};
      const transformed = toJsonSchema(document);
      const shown = {
        "x-permission": permission,
        ...(permission !== "public" && { security: [{ session: [] }] }),
      };
      return { ...transformed, schema: { ...transformed.schema, ...shown } };
    },
    transformObject: (document) => withProblems(jsonSchemaTransformObject(document)),
  });
}

/** Adds the routes; after all others are known. */
export async function documentationRoutes(app: RouteApp): Promise<void> {
  app.get("/api/v1/openapi.json", {
    config: { permission: "public" },
    schema: { hide: true },
    handler: async () => app.swagger(),
  });
  await app.register(async (pages) => {
    pages.addHook("onRoute", (route) => {
      route.config = { ...route.config, permission: "public" };
    });
    await pages.register(swaggerUi, { routePrefix: "/api/docs", staticCSP: true });
  });
}

type Document = ReturnType<typeof jsonSchemaTransformObject>;

function isOperation(value: unknown): value is { responses: Record<string, unknown> } {
  return typeof value === "object" && value !== null && "responses" in value;
}

/** Every operation may answer with a problem. */
function withProblems(document: Document): Document {
  const answer = {
    description: "Problem",
    content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
  };
  for (const operations of Object.values(document.paths ?? {})) {
    for (const operation of Object.values(operations ?? {})) {
      if (!isOperation(operation)) continue;
      operation.responses["default"] = answer;
    }
  }
  removeUnused(document);
  return document;
}

/** A contract with a name appears once as it comes in and once as it goes out; only what a route uses is kept. */
function removeUnused(document: Document): void {
  const text = JSON.stringify(document);
  const schemas = "components" in document ? document.components?.schemas : undefined;
  for (const name of Object.keys(schemas ?? {})) {
    if (!text.includes(`"#/components/schemas/${name}"`)) delete schemas?.[name];
  }
}
