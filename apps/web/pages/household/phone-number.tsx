/** A phone number that a touch calls; a masked one is only read. */
export function PhoneNumber({ number }: { number: string }) {
  return /^[\d-]+$/.test(number) ? <a href={`tel:${number}`}>{number}</a> : number;
}
