export function DirectoryScreen(_: object) {
  return null
}
