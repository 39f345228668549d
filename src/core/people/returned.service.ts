/** Mail that came back (NPAI): it marks an address, not a person; who shares the address shares the mark. */
import { Refusal } from '../kit/refusal.ts'
import type { Answers } from '../kit/request.ts'
import { readAssociation } from '../register/register.service.ts'
import type { Register } from '../register/register.ts'
import { addressLines, addressOn } from './address.rules.ts'
import { pastDayReason } from './life.rules.ts'
import type { peopleRequests } from './people.requests.ts'
import { peopleStore } from './people.store.ts'

export function returnedAnswers(register: Register): Pick<Answers<typeof peopleRequests>, 'markReturned' | 'returned'> {
  const people = peopleStore(register)
  const marked = register
    .prepare(
      `SELECT DISTINCT a.contact_id FROM address a JOIN contact c ON c.id = a.contact_id
       WHERE a.returned <> '' AND c.trashed = 0 AND c.status <> 'deceased' ORDER BY c.sort_key, c.id`,
    )
    .pluck()

  return {
    markReturned: ({ id, position, day = register.today() }) => {
      const contact = people.read(id)
      if (contact === undefined) throw new Refusal('notFound', { id }, 'id')
      if (contact.addresses[position] === undefined) throw new Refusal('notFound', { id, position }, 'position')
      const reason = pastDayReason(day, register.today())
      if (reason !== undefined) throw new Refusal('invalidInput', { reason }, 'day')
      register.subject(contact.displayName)
      const addresses = contact.addresses.map((address, at) =>
        at === position ? { ...address, returned: day } : address,
      )
      people.update(id, { ...contact, addresses })
      return { id }
    },

    returned: ({ offset, limit }) => {
      const ids = marked.all() as number[]
      const today = register.today()
      const { country: home, language } = readAssociation(register)
      return {
        total: ids.length,
        rows: people.readMany(ids.slice(offset, offset + limit)).flatMap((contact) =>
          contact.addresses.flatMap((address, position) =>
            address.returned === ''
              ? []
              : [
                  {
                    id: contact.id,
                    name: contact.displayName,
                    position,
                    address: addressLines(address, { home, language }).join(', '),
                    day: address.returned,
                    reachable: addressOn(contact.addresses, today, 'mail') !== undefined,
                  },
                ],
          ),
        ),
      }
    },
  }
}
