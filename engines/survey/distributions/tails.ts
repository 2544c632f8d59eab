/** Both tails of a distribution at one point; each keeps its own relative precision, so neither is 1 minus the other. */
export interface Tails {
  /** P(X ≤ x). */
  atMost: number;
  /** P(X > x). */
  above: number;
}
