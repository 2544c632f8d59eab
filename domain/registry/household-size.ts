/** Sums of traits have seven bits each (decision 0004); a larger household is a mistake in the numbering anyway. */
export const mostMembers = 99;
