export function ImportScreen(_: object) {
  return null
}
