export function ExportScreen(_: object) {
  return null
}
