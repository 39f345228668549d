/** Sorts a long list in steps: what `toSorted` would hold the thread for with 100,000 names. */

/** Sorted at once, or taken from two sorted halves: a few milliseconds. */
const handful = 4000

/** @returns the numbers 0 to `count`-1 in the order of `compare`, which must tell every two apart. */
export function* sortedInSteps(
  count: number,
  compare: (one: number, other: number) => number,
): Generator<void, Uint32Array> {
  let order = Uint32Array.from({ length: count }, (_, at) => at)
  for (let from = 0; from < count; from += handful) {
    order.subarray(from, Math.min(from + handful, count)).sort(compare)
    yield
  }
  for (let width = handful; width < count; width *= 2) {
    const next = new Uint32Array(count)
    for (let from = 0; from < count; from += 2 * width) {
      const middle = Math.min(from + width, count)
      const end = Math.min(from + 2 * width, count)
      let [left, right] = [from, middle]
      for (let at = from; at < end; at++) {
        const one = order[left] ?? 0
        const other = order[right] ?? 0
        const takesLeft = left < middle && (right >= end || compare(one, other) <= 0)
        next[at] = takesLeft ? one : other
        if (takesLeft) left += 1
        else right += 1
        if (at % handful === handful - 1) yield
      }
    }
    order = next
    yield
  }
  return order
}
