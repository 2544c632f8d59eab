/**
 * One cross-assessment (交叉考核) to be assigned, as a file states it: `docs/assignment.md` and
 * `instance.schema.json` describe every field. Model A sends the team of each region to another region; model B sends
 * several teams of each region to counties.
 */

export type ModelName = "A" | "B";

/** Region ids; what the order of the two means is said where the pair stands. */
export type RegionPair = readonly [string, string];

export interface Region {
  id: string;
  /** Kilometres on a plane; distances to counties are measured from here. */
  xy: Point | undefined;
}

export type Point = readonly [number, number];

/** Somebody of a team has a tie to the target: home town, kin, a former post. */
export interface Tie {
  target: string;
  reason: string | undefined;
}

export interface Instance {
  regions: readonly Region[];
  /** Whole kilometres from the region of the row to the region of the column. */
  distance: readonly (readonly number[])[];
  /** [who assessed, who was assessed] a year ago. */
  lastYear: readonly RegionPair[];
  /** [who helps, who is helped]; neither assesses the other. */
  pairedHelp: readonly RegionPair[];
  /** Declared for the team of a region in model A, and for every team of that region in model B. */
  conflicts: readonly (Tie & { from: string })[];
  /** Kilometres that nobody travels beyond; undefined: from the seed's own rule, see costs.ts. */
  distanceCap: number | undefined;
  countyPart: CountyPart | undefined;
  /** Meant unless somebody says otherwise: B where the file holds model B's part and no `modelA`. */
  defaultModel: ModelName;
}

/** Model B. */
export interface CountyPart {
  teams: readonly CountyTeam[];
  counties: readonly County[];
  /** At most so many different regions a team. */
  citiesPerTeam: number;
  /** Whole kilometres, team by county; undefined: measured from the plane. */
  distance: readonly (readonly number[])[] | undefined;
}

export interface CountyTeam {
  id: string;
  /** Where its members come from: it assesses none of them, and sets out from the first. */
  homes: readonly string[];
  /** Counties it takes at least and at most. */
  load: readonly [number, number];
  /** Regions or counties. */
  avoid: readonly Tie[];
}

export interface County {
  id: string;
  /** The region it lies in. */
  city: string;
  xy: Point | undefined;
}

/** Team → what it assesses, by their ids: regions in model A (one each), counties in model B. */
export type Assignment = Readonly<Record<string, readonly string[]>>;
