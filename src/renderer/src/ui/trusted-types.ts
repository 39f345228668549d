/**
 * The one policy the content policy allows: programs come from the window's own origin (the PDF reader's worker), and
 * text never becomes HTML or script.
 */
type ScriptPolicy = { readonly createScriptURL: (address: string) => string | null }
type PolicyFactory = { readonly createPolicy: (name: string, rules: ScriptPolicy) => unknown }

export function trustOwnScripts(): void {
  const factory = (window as { readonly trustedTypes?: PolicyFactory }).trustedTypes
  factory?.createPolicy('default', {
    createScriptURL: (address) =>
      new URL(address, document.baseURI).origin === window.location.origin ? address : null,
  })
}
