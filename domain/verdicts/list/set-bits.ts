/** Places of the bits that are set. */

/** A bit string as PostgreSQL sends it begins with its length. */
const headBytes = 4;

/**
 * Places of set bits in order, or from the last one on.
 * @param bits a bit string in PostgreSQL's binary form: its length in four bytes, then the bits, the first one leftmost
 * @param after only places behind this one, in the order asked for
 */
export function placesOf(
  bits: Uint8Array,
  { after, limit, isBackwards }: { after: number | undefined; limit: number; isBackwards: boolean },
): number[] {
  const length = (bits.length - headBytes) * 8;
  const step = isBackwards ? -1 : 1;
  const places: number[] = [];
  let place = after === undefined ? (isBackwards ? length - 1 : 0) : after + step;
  while (place >= 0 && place < length && places.length < limit) {
    const byte = bits[headBytes + (place >> 3)] ?? 0;
    if (byte === 0) {
      // Nothing in this byte: on to the next one.
      place = isBackwards ? (place & ~7) - 1 : (place | 7) + 1;
      continue;
    }
    if ((byte >> (7 - (place & 7))) & 1) places.push(place);
    place += step;
  }
  return places;
}
