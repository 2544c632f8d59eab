/** Area codes have 12 digits, level by level: province 2, city 4, county 6, township 9, village 12 (GB/T 2260, GB/T 10114). */

/** The significant digits of a 12-digit code: 2, 4, 6, 9 or 12 of them; none for the whole country. */
export function areaPrefix(areaCode: string): string {
  const digits = [12, 9, 6, 4, 2].find((length, index, lengths) => {
    const shorter = lengths[index + 1] ?? 0;
    return (
      areaCode.slice(shorter, length) !== "".padEnd(length - shorter, "0") &&
      /^0*$/.test(areaCode.slice(length))
    );
  });
  return areaCode.slice(0, digits ?? 0);
}

/** True when the area lies in the place or is the place. `area` may be cut to its first digits. */
export function coversArea(place: string, area: string): boolean {
  return area.startsWith(areaPrefix(place));
}
