/** Erasing people: what goes is nowhere in the folder any more, what the law wants stays, and no undoing brings anything back. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { finish } from '../kit/request.ts'
import { bookTables, erasedTables, memoryTables } from '../people/consents/erasure.rules.ts'
import { anne, changed, client, facts, latest, office, paul, sheetOf, zoe } from '../undo.fixture.ts'
import { receipt } from '../undo-cases.fixture.ts'

const opaque = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNocFAAAAIkAOGrWWInAAAAAElFTkSuQmCC'

/** Every byte of the folder, as text of one byte a letter. */
function folderBytes(): string {
  const files = readdirSync(office.register.folder, { recursive: true, withFileTypes: true })
  return files
    .filter((file) => file.isFile())
    .map((file) => readFileSync(join(file.parentPath, file.name)).toString('latin1').toLowerCase())
    .join('\n')
}
const bytesOf = (text: string) => Buffer.from(text.toLowerCase()).toString('latin1')
const documents = () => readdirSync(join(office.register.folder, 'documents'))

const erase = async (contacts: number[], name: 'kept' | 'erased' = 'kept') => {
  const { asOf } = await client.consents.erasure({ contacts, name })
  return client.consents.erase({ contacts, name, asOf })
}
const refused = (asked: Promise<unknown>) =>
  asked.then(
    () => undefined,
    (error: { data?: unknown }) => error.data,
  )
/** Somebody the register knows much of, and who went through several acts. */
async function muchToldOf(id: number): Promise<void> {
  await changed(id, {
    status: 'resigned',
    left: '2020',
    notes: 'Chuchotement',
    profession: 'Funambule',
    born: '1931',
    emails: [{ address: 'trace@exemple.org' }],
    phones: [{ number: '06 98 76 54 32' }],
    aliases: [{ name: 'Surnomme' }],
    groups: [{ kind: 'section', name: 'Midi' }],
  })
  await changed(id, { notes: 'Murmure' })
  await client.people.setPhoto({ id, bytes: opaque })
}
const traces = ['chuchotement', 'murmure', 'funambule', 'trace', '98765432', 'surnomme']

it('erases what is known and keeps the name and the groups; not a byte of the rest is left in the folder', async () => {
  await muchToldOf(paul)
  await client.households.make({
    members: [{ contact: paul }, { contact: zoe }],
    address: { contact: paul, position: 0 },
    salutation: 'Chers Pauletzoe,',
  })
  await client.drafts.keep({ record: String(paul), draft: 'Brouillonnee' })
  for (const trace of [...traces, 'pauletzoe', 'brouillonnee']) expect(folderBytes(), trace).toContain(trace)
  expect(documents()).toHaveLength(1)
  const plan = await client.consents.erasure({ contacts: [paul] })
  expect(plan).toMatchObject({
    ...{ people: 1, names: ['Durand Paul'], booksUntil: 0 },
    goes: { emails: 1, phones: 1, addresses: 1, notes: 1, birth: 1, photo: 1, extras: 0 },
    stays: { belonging: 1, answers: 0, payments: 0, receipts: 0 },
  })
  expect(plan.acts).toBeGreaterThan(3)
  expect(await erase([paul])).toEqual({ erased: 1 })

  const { contact } = (await sheetOf(paul)) as unknown as { contact: Record<string, unknown> }
  expect(contact).toMatchObject({
    ...{ lastName: 'Durand', firstName: 'Paul', status: 'resigned', left: '2020', notes: '', born: '', profession: '' },
    ...{ emails: [], phones: [], addresses: [], aliases: [], groups: [{ kind: 'section', name: 'Midi' }] },
  })
  const bytes = folderBytes()
  for (const trace of [...traces, 'pauletzoe', 'brouillonnee'])
    expect(bytes.includes(bytesOf(trace)), trace).toBe(false)
  expect(documents()).toEqual([])
  expect((await client.people.list({ search: 'Durand Paul' })).total).toBe(1)
  expect((await client.people.list({ search: 'funambule' })).total).toBe(0)

  // Who shared a home keeps it, alone.
  const { addresses } = await client.people.read({ id: zoe })
  expect(addresses).toMatchObject([{ city: 'Paris', household: null }])
})

it('cannot be undone, nor can what touched that person before; what did not still can', async () => {
  await changed(zoe, { profession: 'Luthière' })
  const ofZoe = await latest()
  await changed(paul, { status: 'resigned', profession: 'Funambule' })
  const ofPaul = await latest()
  await client.people.trash({ ids: [paul, zoe], trashed: true })
  const ofBoth = await latest()
  await erase([paul])
  const erasing = await latest()
  const before = facts()
  for (const act of [erasing, ofBoth, ofPaul])
    expect(await refused(client.history.undo({ act })), String(act)).toMatchObject({
      code: 'undoConflict',
      values: { what: 'erased' },
    })
  const asked = { contact: paul, act: ofPaul, table: 'contact', row: paul, column: 'profession' }
  expect(await refused(client.history.revertField(asked))).toMatchObject({
    code: 'cannotRevert',
    values: { what: 'erased' },
  })
  expect(facts()).toEqual(before)
  await client.history.undo({ act: ofZoe })
  expect((await client.history.record({ contact: paul })).acts.every(({ changes }) => changes.length === 0)).toBe(true)
  expect(await finish(await client.history.check({}))).toMatchObject({ ok: true })
})

it('erases the name too when nothing else rests on it: the record is gone, with those it absorbed', async () => {
  await muchToldOf(paul)
  const { id: twin } = await client.people.create({
    contact: { kind: 'person', lastName: 'Durandal', firstName: 'Paulo', status: 'contact' } as never,
  })
  await client.duplicates.merge({ keep: paul, absorb: twin } as never)
  await changed(paul, { lastName: 'Duranton' })
  await erase([paul], 'erased')
  expect(await refused(client.people.read({ id: paul }))).toMatchObject({ code: 'notFound' })
  expect(await refused(client.people.read({ id: twin }))).toMatchObject({ code: 'notFound' })
  const bytes = folderBytes()
  for (const trace of [...traces, 'duranton', 'durandal', 'paulo']) expect(bytes.includes(trace), trace).toBe(false)
  expect((await client.people.read({ id: zoe })).displayName).toBe('Durand Zoé')
})

it('keeps the name that payments and receipts bear, and says until when', async () => {
  await receipt()
  await changed(paul, { status: 'resigned', notes: 'Murmure' })
  const plan = await client.consents.erasure({ contacts: [paul] })
  expect(plan).toMatchObject({ stays: { receipts: 1 }, booksUntil: 2036 })
  expect(await refused(client.consents.erasure({ contacts: [paul], name: 'erased' }))).toMatchObject({
    code: 'cannotErase',
    values: { what: 'books', name: 'Durand Paul', until: 2036 },
  })
  const papers = documents()
  await erase([paul])
  expect(documents()).toEqual(papers)
  const { receipts } = await client.receipts.list({ year: 2026 } as never)
  expect(receipts).toHaveLength(1)
  expect(folderBytes()).not.toContain('murmure')
})

it('refuses members, records that were merged, and a register that moved since', async () => {
  expect(await refused(client.consents.erasure({ contacts: [anne] }))).toMatchObject({
    code: 'cannotErase',
    values: { what: 'member' },
  })
  await changed(paul, { status: 'resigned' })
  const { asOf } = await client.consents.erasure({ contacts: [paul] })
  await changed(zoe, { profession: 'Luthière' })
  const before = facts()
  expect(await refused(client.consents.erase({ contacts: [paul], asOf }))).toMatchObject({ code: 'bulkStale' })
  expect(facts()).toEqual(before)
})

it('a file that somebody else has too is kept, and one that nobody has any more is not', async () => {
  await client.fields.define({ name: 'Lettre', type: 'file' })
  const kept = async (text: string) =>
    (await client.fields.keepFile({ name: 'lettre.txt', bytes: Buffer.from(text).toString('base64') })).value
  const [both, own] = [await kept('Pour deux'), await kept('Pour moi')]
  await changed(paul, { status: 'resigned', extras: [{ name: 'Lettre', value: own }] })
  await changed(paul, { extras: [{ name: 'Lettre', value: both }] })
  await changed(zoe, { extras: [{ name: 'Lettre', value: both }] })
  expect(documents()).toHaveLength(2)
  await erase([paul])
  expect(documents()).toEqual([both.slice(0, 64)])
})

it('the dead keep their birth, for the memorial pages', async () => {
  await changed(zoe, { status: 'deceased', born: '1931', died: '2025-01-02', emails: [{ address: 'z@exemple.org' }] })
  await erase([zoe])
  expect(await client.people.read({ id: zoe })).toMatchObject({ born: '1931', died: '2025-01-02', emails: [] })
})

it('every table that leads to a contact either goes, stays with the name, or is of the books', () => {
  const links = office.register
    .prepare(
      `SELECT DISTINCT m.name FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) f
       WHERE m.type = 'table' AND f."table" = 'contact' AND m.name <> 'contact' ORDER BY m.name`,
    )
    .pluck()
    .all()
  expect([...erasedTables, ...memoryTables, ...bookTables].sort()).toEqual(links)
})
