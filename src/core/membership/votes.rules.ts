/** Votes of people whom one due covers. */

/**
 * How many of the votes of a rate somebody has, who is the `place`-th (0 first, who pays) of the people it covers: two votes
 * of a couple are one each, one vote is the payer's.
 */
export const sharedVotes = (votes: number, persons: number, place: number): number =>
  place >= persons ? 0 : Math.floor((votes + persons - 1 - place) / persons)
