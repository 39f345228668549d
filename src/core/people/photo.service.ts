/** The photo of a contact: its file among the association's documents, never altered, and the row that names it. */
import { Refusal } from '../kit/refusal.ts'
import type { Answers } from '../kit/request.ts'
import { keepDocument, readDocument } from '../register/documents.ts'
import type { Register } from '../register/register.ts'
import { refusingAbsorbed } from './absorbed.ts'
import type { peopleRequests } from './people.requests.ts'
import { pictureOf } from './photo.rules.ts'

type Kept = {
  readonly sha256: string
  readonly type: 'image/jpeg' | 'image/png'
  readonly width: number
  readonly height: number
}

export function photoAnswers(
  register: Register,
): Pick<Answers<typeof peopleRequests>, 'photo' | 'setPhoto' | 'removePhoto'> {
  const refuseAbsorbed = refusingAbsorbed(register)
  const name = register.prepare('SELECT display_name FROM contact WHERE id = ?').pluck()
  const kept = register.prepare('SELECT sha256, type, width, height FROM photo WHERE contact_id = ?')
  const keep = register.prepare(
    `INSERT INTO photo (contact_id, sha256, type, width, height) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (contact_id) DO UPDATE SET sha256 = excluded.sha256, type = excluded.type, width = excluded.width,
       height = excluded.height`,
  )
  const remove = register.prepare('DELETE FROM photo WHERE contact_id = ?')
  const named = (id: number): string => {
    const found = name.get(id) as string | undefined
    if (found === undefined) throw new Refusal('notFound', { id }, 'id')
    return found
  }

  return {
    photo: ({ id }) => {
      named(id)
      const row = kept.get(id) as Kept | undefined
      const bytes = row === undefined ? undefined : readDocument(register.folder, row.sha256)
      if (row === undefined || bytes === undefined) return null
      return { type: row.type, width: row.width, height: row.height, bytes: bytes.toString('base64') }
    },

    setPhoto: ({ id, bytes }) => {
      refuseAbsorbed(id, 'id')
      register.subject(named(id))
      const photo = Buffer.from(bytes, 'base64')
      const found = pictureOf(photo)
      if (typeof found === 'string') throw new Refusal('invalidInput', { reason: found }, 'bytes')
      keep.run(id, keepDocument(register.folder, photo), found.type, found.width, found.height)
      return { id }
    },

    removePhoto: ({ id }) => {
      refuseAbsorbed(id, 'id')
      register.subject(named(id))
      remove.run(id)
      return { id }
    },
  }
}
