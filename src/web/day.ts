/** Today where the secretary sits, `YYYY-MM-DD`: the doors tell the office, which never looks at the clock for it. */
export function localDay(now: Date = new Date()): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
