/** Whatever the sheets say: written out and read back they are the same, in every form of a table and both languages. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { finish } from '../kit/request.ts'
import { everybody, exported, newAssociation, previewed } from '../round-trip.fixture.ts'
import { wholeContacts } from './whole-contacts.fixture.ts'

/** Groups stand in columns by their kind: their order among kinds is the one thing a table has no place for. */
const byKind = (contacts: Awaited<ReturnType<typeof everybody>>) =>
  contacts.map((contact) => ({
    ...contact,
    groups: contact.groups.toSorted((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0)),
  }))

test.each([
  ['xlsx', 'excel', 'fr'],
  ['xlsx', 'excel', 'en'],
  ['ods', 'excel', 'fr'],
  ['csv', 'excel', 'fr'],
  ['csv', 'rfc', 'fr'],
  ['csv', 'rfc', 'en'],
] as const)('%s (%s) in %s: identity', { timeout: 400_000 }, async (format, csv, language) => {
  await fc.assert(
    fc.asyncProperty(wholeContacts(8), async (contacts) => {
      const office = newAssociation(language)
      for (const contact of contacts) await office.client.people.create({ contact })
      const file = await exported(office, format, csv)

      const same = await previewed(office, file)
      const { lines } = await office.client.exchange.previewLines({ preview: same.preview.preview, limit: 200 })
      const moved = lines.filter(({ outcome }) => outcome !== 'unchanged')
      expect(
        moved.map(({ changes, problems }) => ({ changes, problems })),
        'into the same register',
      ).toEqual([])

      const other = newAssociation(language)
      const fresh = await previewed(other, file)
      const refused = await other.client.exchange.previewLines({ preview: fresh.preview.preview, outcome: 'refused' })
      expect(refused.lines.map(({ problems }) => problems)).toEqual([])
      await finish(await other.client.exchange.import({ preview: fresh.preview.preview }))
      expect(byKind(await everybody(other)), 'into an empty one').toEqual(byKind(await everybody(office)))
    }),
    { numRuns: 2, seed: 20261128, endOnFailure: true },
  )
})
