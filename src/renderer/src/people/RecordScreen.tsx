export function RecordScreen(_: { readonly id: number; readonly editing: boolean }) {
  return null
}
