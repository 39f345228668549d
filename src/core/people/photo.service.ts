/** The photo of a contact: its file among the association's documents, never altered, and the row that names it. */
import { Refusal } from '../kit/refusal.ts'
import type { Answers } from '../kit/request.ts'
import { keepDocument, readDocument } from '../register/documents.ts'
import type { Register } from '../register/register.ts'
import { refusingAbsorbed } from './absorbed.ts'
import type { peopleRequests } from './people.requests.ts'
import { type Picture, pictureOf } from './photo.rules.ts'

type Kept = {
  readonly sha256: string
  readonly type: 'image/jpeg' | 'image/png'
  readonly width: number
  readonly height: number
}

/** Keeps photos of contacts within whatever act runs, and tells which ones there are by the SHA-256 of their bytes. */
export type PhotoStore = {
  /** Takes the place of the one before. The bytes are a picture that `pictureOf` took. */
  readonly set: (id: number, bytes: Buffer, picture: Picture) => void
  /** Its type and bytes, when there is one and it is what it was. */
  readonly read: (id: number) => { readonly type: Picture['type']; readonly bytes: Buffer } | undefined
  /** Contacts without a photo are left out. */
  readonly ofContacts: (ids: readonly number[]) => ReadonlyMap<number, string>
}

export function photoStore(register: Register): PhotoStore {
  const named = register.prepare('SELECT sha256, type FROM photo WHERE contact_id = ?')
  const keep = register.prepare(
    `INSERT INTO photo (contact_id, sha256, type, width, height) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (contact_id) DO UPDATE SET sha256 = excluded.sha256, type = excluded.type, width = excluded.width,
       height = excluded.height`,
  )
  const known = register.prepare(
    'SELECT contact_id AS id, sha256 FROM photo WHERE contact_id IN (SELECT value FROM json_each(?))',
  )
  return {
    read: (id) => {
      const row = named.get(id) as Pick<Kept, 'sha256' | 'type'> | undefined
      const bytes = row === undefined ? undefined : readDocument(register.folder, row.sha256)
      return row === undefined || bytes === undefined ? undefined : { type: row.type, bytes }
    },
    set: (id, bytes, { type, width, height }) =>
      void keep.run(id, keepDocument(register.folder, bytes), type, width, height),
    ofContacts: (ids) => {
      const rows = known.all(JSON.stringify(ids)) as { readonly id: number; readonly sha256: string }[]
      return new Map(rows.map(({ id, sha256 }) => [id, sha256]))
    },
  }
}

export function photoAnswers(
  register: Register,
): Pick<Answers<typeof peopleRequests>, 'photo' | 'setPhoto' | 'removePhoto'> {
  const refuseAbsorbed = refusingAbsorbed(register)
  const name = register.prepare('SELECT display_name FROM contact WHERE id = ?').pluck()
  const kept = register.prepare('SELECT sha256, type, width, height FROM photo WHERE contact_id = ?')
  const photos = photoStore(register)
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
      photos.set(id, photo, found)
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
