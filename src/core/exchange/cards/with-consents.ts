/** Contacts on their way out, with what they answered about being published and kept. */
import type { ConsentsStore } from '../../people/consents/consents.store.ts'
import type { Contact } from '../../people/people.requests.ts'
import type { PhotographedContact } from './export-cards.ts'

export async function* withConsents(
  batches: AsyncIterable<readonly Contact[]>,
  answersOf: ConsentsStore['answersOf'],
): AsyncGenerator<readonly PhotographedContact[]> {
  for await (const batch of batches) {
    const answers = answersOf(batch.map(({ id }) => id))
    yield batch.map((contact) => {
      const consents = answers.get(contact.id)?.map(({ id: _id, contact: _contact, ...answer }) => answer)
      return consents === undefined ? contact : { ...contact, consents }
    })
  }
}
