export function HistoryScreen(_: object) {
  return null
}
