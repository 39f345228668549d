export function NewRecordScreen(_: { readonly kind: string }) {
  return null
}
