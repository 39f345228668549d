/** Records that were merged into another: what is written on them would be lost, so it is refused. */
import { Refusal } from '../kit/refusal.ts'
import type { Register } from '../register/register.ts'

/** Refuses `cannotMerge` (`absorbed`), naming the record that was kept instead; a contact that is none passes. */
export function refusingAbsorbed(register: Register): (id: number, field: string) => void {
  const read = register.prepare('SELECT display_name AS name, merged_into AS "into" FROM contact WHERE id = ?')
  type Row = { readonly name: string; readonly into: number | null }
  return (id, field) => {
    const absorbed = read.get(id) as Row | undefined
    if (absorbed === undefined || absorbed.into === null) return
    let kept = absorbed.into
    for (let next = read.get(kept) as Row | undefined; next?.into != null && next.into !== id; ) {
      kept = next.into
      next = read.get(kept) as Row | undefined
    }
    throw new Refusal('cannotMerge', { what: 'absorbed', name: absorbed.name, kept }, field)
  }
}
