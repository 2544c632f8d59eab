/**
 * Finding the code of a village from the names a file gives: 王庄村, 王庄村委会, 王庄村民委员会 and 王庄 are one place as
 * long as only one place of the township is called so. Old names count, too.
 */
export interface NamedPlace {
  code: string;
  name: string;
  level: number;
  parent_code: string | null;
}

export interface PlaceNames {
  county: string | null;
  township: string | null;
  village: string | null;
}

export type FoundPlace =
  | { code: string }
  | { unknown: "county" | "township" | "village"; given: string; nearest: string[] };

export interface PlaceFinder {
  /** The 12-digit code of the village. A county that is not given is the only one there is. */
  find(names: PlaceNames): FoundPlace;
  findCounty(name: string | null): FoundPlace;
}

const endings: Record<number, RegExp> = {
  3: /(经济开发区|开发区|自治县|自治旗|林区|特区|县|区|市|旗)$/,
  4: /(街道办事处|办事处|街道|民族乡|民族苏木|苏木|地区|镇|乡)$/,
  5: /(社区居民委员会|社区居委会|居民委员会|居委会|村民委员会|村委会|嘎查委员会|委员会|社区|嘎查|村)$/,
};

/** @param places counties to villages, current names before old ones */
export function placeFinder(places: readonly NamedPlace[]): PlaceFinder {
  const byParent = Map.groupBy(places, (place) => place.parent_code ?? "");
  const counties = places.filter((place) => place.level === 3);
  const seen = new Map<string, FoundPlace>();
  const search = (names: PlaceNames): FoundPlace => {
    const county = pick(counties, 3, names.county, "county");
    if ("unknown" in county) return county;
    const townships = byParent.get(county.code) ?? [];
    const township = pick(townships, 4, names.township, "township");
    if ("unknown" in township) return township;
    return pick(
      byParent.get(township.code) ?? [],
      5,
      names.village,
      "village",
      townshipName(townships, township.code),
    );
  };
  return {
    findCounty: (name) => pick(counties, 3, name, "county"),
    find(names) {
      const key = `${names.county}/${names.township}/${names.village}`;
      const found = seen.get(key) ?? search(names);
      seen.set(key, found);
      return found;
    },
  };
}

function townshipName(townships: NamedPlace[], code: string): string {
  return townships.find((place) => place.code === code)?.name ?? "";
}

/** `above`: the name of the place above, which files like to put before the name of a village. */
function pick(
  places: NamedPlace[],
  level: number,
  given: string | null,
  kind: "county" | "township" | "village",
  above = "",
): FoundPlace {
  const name = (given ?? "").trim();
  if (name === "") {
    const codes = new Set(places.map((place) => place.code));
    const [only] = codes;
    return kind === "county" && only !== undefined && codes.size === 1
      ? { code: only }
      : { unknown: kind, given: "", nearest: [] };
  }
  const short =
    above !== "" && name.startsWith(above) && name.length > above.length ? name.slice(above.length) : name;
  const exact = onlyCode(places.filter((place) => place.name === name || place.name === short));
  const sameKind =
    exact ??
    onlyCode(
      places.filter(
        (place) => stemOf(place.name, level) === stemOf(short, level) && isOfKind(place.name, short),
      ),
    );
  const sameStem =
    sameKind ?? onlyCode(places.filter((place) => stemOf(place.name, level) === stemOf(short, level)));
  return sameStem === undefined
    ? { unknown: kind, given: name, nearest: nearestNames(places, level, short) }
    : { code: sameStem };
}

function onlyCode(places: NamedPlace[]): string | undefined {
  const codes = new Set(places.map((place) => place.code));
  const [code] = codes;
  return codes.size === 1 ? code : undefined;
}

/** The name without its ending; a name that is only an ending stays whole. */
function stemOf(name: string, level: number): string {
  const ending = endings[level];
  const once = ending ? name.replace(ending, "") : name;
  // 刘村村委会, 刘村村 and 刘村 are one village.
  const twice = level === 5 ? once.replace(/(社区|村)$/, "") : once;
  return twice || once || name;
}

/** A 社区 is not a 村 of the same name. */
function isOfKind(a: string, b: string): boolean {
  return /社区|居/.test(a) === /社区|居/.test(b);
}

/** Up to three names that share most characters. */
function nearestNames(places: NamedPlace[], level: number, given: string): string[] {
  const wanted = [...new Set(stemOf(given, level))];
  const scored = [...new Set(places.map((place) => place.name))].map((name) => {
    const stem = stemOf(name, level);
    const shared = wanted.filter((letter) => stem.includes(letter)).length;
    return { name, score: shared / Math.max(wanted.length, [...stem].length) };
  });
  return scored
    .filter(({ score }) => score >= 0.3)
    .sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1))
    .slice(0, 3)
    .map(({ name }) => name);
}
