/** Where the typing goes in a form: to a line just added, to the next field, to the first field at fault. */

const fieldsOf = (form: HTMLElement): readonly HTMLElement[] => [
  ...form.querySelectorAll<HTMLElement>(
    'input:not([type=hidden], [type=checkbox], :disabled), textarea:not(:disabled)',
  ),
]
/** The field of the form at a path of its values: `emails.0.address`. */
const pathOf = (field: Element): string => field.getAttribute('data-path') ?? ''

/**
 * Goes to the first field to type in of a line of a list, once the line is drawn (call before the change); to the button
 * that adds one when no line is there.
 */
export function focusLine(form: HTMLElement | null, list: string, index: number): void {
  if (form === null) return
  requestAnimationFrame(() => {
    const line = fieldsOf(form).filter((field) => pathOf(field).startsWith(`${list}.${index}.`))
    // Where a choice stands first, the typing still begins in the first field of text.
    const first = line.find((field) => !field.hasAttribute('readonly')) ?? line[0]
    const target = first ?? form.querySelector<HTMLElement>(`[data-adds="${list}"]`)
    target?.focus()
  })
}

/** Goes to the first field of a part of the form, or to the button that begins its list; `undefined`: of the form itself. */
export function focusPart(form: HTMLElement, section: string | undefined): void {
  const part = section === undefined ? form : form.querySelector<HTMLElement>(`[data-part="${section}"]`)
  const [field] = part === null ? [] : fieldsOf(part)
  const target = field ?? part?.querySelector<HTMLElement>('[data-adds]')
  target?.focus()
}

/** Goes from a field to the next of its form, and from the last to the button that saves. */
export function focusNext(form: HTMLElement, from: HTMLElement): void {
  const fields = fieldsOf(form)
  const next = fields[fields.indexOf(from) + 1]
  const target = next ?? form.querySelector<HTMLElement>('button[type=submit]')
  target?.focus()
  if (next instanceof HTMLInputElement) next.select()
}

const labelOf = (field: Element): string =>
  ((field as HTMLInputElement).labels?.[0]?.textContent ?? field.getAttribute('aria-label') ?? '').replace(/\s*\*$/, '')

/**
 * Goes to the first of the fields at fault, and brings it into sight. @returns what is to be looked at, in the order of the
 * form: the label of each field, and for a path that no field shows, what is said of it.
 */
export function focusFault(form: HTMLElement, faults: Readonly<Record<string, unknown>>): readonly string[] {
  const paths = Object.keys(faults)
  const fields = [...form.querySelectorAll<HTMLElement>('[data-path]')].filter((field) => paths.includes(pathOf(field)))
  const [first] = fields
  first?.scrollIntoView({ block: 'center' })
  first?.focus({ preventScroll: true })
  // What is typed now is the correction.
  if (first instanceof HTMLInputElement) first.select()
  const shown = new Set(fields.map(pathOf))
  return [
    ...new Set([
      ...fields.map(labelOf),
      ...paths.filter((path) => !shown.has(path)).map((path) => String(faults[path])),
    ]),
  ]
}
