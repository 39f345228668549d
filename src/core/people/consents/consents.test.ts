/** Consents on a real office: recorded, read back, chosen, undone. */
import { expect, test } from 'vitest'
import { client, latestAct, person, refused, reopen, undoLatest } from '../../office.fixture.ts'
import { ordinaryFields, safeFields } from './consents.rules.ts'

const paper = async (contact: number) => (await client.consents.of({ contact })).media.paper
const printed = async (contact: number) =>
  (await paper(contact)).fields.filter(({ value }) => value).map(({ field }) => field)

test('a new association publishes what is safe; its choice is an act, undone', async () => {
  const id = await person('Durand')
  expect(await printed(id)).toEqual(safeFields)
  expect((await client.consents.defaults({})).choices).toEqual({ paper: 'safe', pdf: 'safe', web: 'nothing' })
  expect(await client.consents.setDefaults({ media: ['paper'], fields: [...ordinaryFields] })).toEqual({
    changed: true,
  })
  await reopen()
  expect(await printed(id)).toEqual(ordinaryFields)
  expect((await paper(id)).mode).toBe('complete')
  expect((await paper(id)).fields[0]).toEqual({ field: 'name', value: true, ground: 'default' })
  expect(await undoLatest()).toBe('consents.setDefaults')
  expect(await printed(id)).toEqual(safeFields)
})

test('the choice of today again leaves no act; a birth date is never chosen for everybody', async () => {
  const before = await latestAct()
  expect(await client.consents.setDefaults({ media: ['paper'], fields: ['city', 'name', 'groups'] })).toEqual({
    changed: false,
  })
  expect(await latestAct()).toEqual(before)
  const birth = ['birth'] as never
  expect(await refused(client.consents.setDefaults({ media: ['paper'], fields: birth }))).toMatchObject({
    code: 'invalidInput',
    field: 'fields.0',
  })
})

test('answers are dated, sourced, proved, kept in a log, and undone', async () => {
  const id = await person('Durand')
  const answers = [
    { medium: 'paper', field: 'phone', value: 'yes' },
    { medium: 'paper', field: 'city', value: 'no' },
    { medium: 'register', field: 'keep', value: 'yes' },
  ] as const
  const given = { contacts: [id], day: '2026-02-10', source: 'form' as const, proof: 'classeur 2026, f. 12' }
  expect(await client.consents.record({ ...given, answers: [...answers] })).toEqual({ recorded: 3 })
  expect(await printed(id)).toEqual(['name', 'groups', 'phone'])
  const { media, keep, log } = await client.consents.of({ contact: id })
  expect(media.paper.fields.find(({ field }) => field === 'city')).toEqual({
    field: 'city',
    value: false,
    ground: 'answer',
    answer: {
      medium: 'paper',
      field: 'city',
      value: 'no',
      basis: 'objection',
      day: '2026-02-10',
      source: 'form',
      proof: 'classeur 2026, f. 12',
    },
  })
  expect(keep).toMatchObject({ value: 'yes', basis: 'consent' })
  expect(log).toHaveLength(3)
  // The same paper keyed twice says nothing new.
  const before = await latestAct()
  expect(await client.consents.record({ ...given, answers: [...answers] })).toEqual({ recorded: 0 })
  expect(await latestAct()).toEqual(before)
  expect((await client.history.ofContact({ id })).changes.filter(({ table }) => table === 'consent')).toHaveLength(3)
  await client.consents.record({ ...given, day: '2026-02-20', answers: [{ ...answers[0], value: 'no' }] })
  expect(await printed(id)).toEqual(['name', 'groups'])
  expect(await undoLatest()).toBe('consents.record')
  expect(await printed(id)).toEqual(['name', 'groups', 'phone'])
})

test('refused: a day to come, a field of another medium, somebody who is not there', async () => {
  const id = await person('Durand')
  const one = { medium: 'paper', field: 'phone', value: 'yes' } as const
  expect(await refused(client.consents.record({ contacts: [id], answers: [one], day: '2026-03-02' }))).toEqual({
    code: 'invalidInput',
    values: { reason: 'inTheFuture' },
    field: 'day',
  })
  expect(
    await refused(client.consents.record({ contacts: [id], answers: [one, { ...one, medium: 'register' }] })),
  ).toMatchObject({ values: { reason: 'fieldOfAnotherMedium' }, field: 'answers.1.field' })
  expect(await refused(client.consents.record({ contacts: [id, 99], answers: [one] }))).toMatchObject({
    code: 'notFound',
    field: 'contacts.1',
  })
  expect(await refused(client.consents.of({ contact: 99 }))).toMatchObject({ code: 'notFound' })
  expect((await client.consents.of({ contact: id })).log).toEqual([])
})

test('quick modes for many at once, one undo', async () => {
  const ids = [await person('Durand'), await person('Petit'), await person('Roux'), await person('Blanc')]
  const media = ['paper', 'pdf'] as const
  await client.consents.mode({ contacts: ids, media: [...media], mode: 'nameOnly', source: 'letter' })
  for (const id of ids) expect((await client.consents.of({ contact: id })).media.pdf.mode).toBe('nameOnly')
  expect((await latestAct())?.subject).toBe('Durand, Petit, Roux + 1')
  const grounds = async () =>
    new Set((await client.consents.of({ contact: ids[0] ?? 0 })).log.map(({ value, basis }) => `${value} ${basis}`))
  expect(await grounds()).toEqual(new Set(['yes consent', 'no objection']))
  const basis = 'legitimateInterest'
  await client.consents.mode({ contacts: ids.slice(0, 1), media: ['paper'], mode: 'complete', basis })
  expect((await grounds()).has('yes legitimateInterest')).toBe(true)
  expect((await paper(ids[0] ?? 0)).mode).toBe('complete')
  await undoLatest()
  await undoLatest()
  for (const id of ids) expect(await printed(id)).toEqual(safeFields)
})

test('one word opposes everything, everywhere; the oppositions since a day are listed', async () => {
  const [durand, petit, roux] = [await person('Durand'), await person('Petit'), await person('Roux')]
  await client.consents.oppose({ contact: petit, source: 'phone', day: '2026-01-15' })
  await client.consents.record({
    contacts: [durand],
    answers: [{ medium: 'paper', field: 'phone', value: 'no' }],
    day: '2025-05-01',
  })
  // Roux changed their mind.
  await client.consents.oppose({ contact: roux, day: '2026-01-01' })
  await client.consents.mode({ contacts: [roux], media: ['paper', 'pdf', 'web'], mode: 'complete', day: '2026-02-01' })
  await client.consents.record({
    contacts: [roux],
    answers: (['paper', 'pdf', 'web'] as const).flatMap((medium) =>
      (['birth', 'photo'] as const).map((field) => ({ medium, field, value: 'yes' as const })),
    ),
  })
  expect((await paper(petit)).mode).toBe('absent')
  const { oppositions } = await client.consents.oppositions({})
  expect(oppositions.map(({ displayName, medium, whole }) => [displayName, medium, whole])).toEqual([
    ['Durand', 'paper', false],
    ['Petit', 'paper', true],
    ['Petit', 'pdf', true],
    ['Petit', 'web', true],
  ])
  const since = await client.consents.oppositions({ since: '2026-01-01', medium: 'paper' })
  expect(since.oppositions).toMatchObject([{ id: petit, day: '2026-01-15', source: 'phone' }])
})

test('whom to forget: left long enough ago, without agreeing to be kept; asking erases nothing', async () => {
  const emails = [{ address: 'a@exemple.org' }]
  const gone = { status: 'resigned', emails } as const
  const old = await person('Ancien', { ...gone, left: '2024-06-30', notes: 'Parti', born: '1950' })
  const agreed = await person('Fidèle', { ...gone, left: '2024-06-30' })
  const said = await person('Non', { ...gone, status: 'struckOff', left: '2025-02-28' })
  const unknown = await person('Quand', gone)
  await person('Récent', { ...gone, left: '2025-03-02' })
  await person('Année', { ...gone, left: '2025' })
  await person('Vide', { status: 'resigned', left: '2020' })
  await person('Membre', { emails })
  const keep = { medium: 'register', field: 'keep' } as const
  await client.consents.record({ contacts: [agreed], answers: [{ ...keep, value: 'yes' }] })
  await client.consents.record({ contacts: [said], answers: [{ ...keep, value: 'no' }] })
  const before = await latestAct()
  const { proposals, before: day } = await client.consents.retention({})
  expect(day).toBe('2025-03-01')
  expect(proposals.map(({ id, refused }) => [id, refused])).toEqual([
    [old, false],
    [said, true],
    [unknown, false],
  ])
  expect(proposals[0]?.erased).toEqual({
    emails: 1,
    phones: 0,
    addresses: 0,
    notes: 1,
    birth: 1,
    extras: 0,
    photo: 0,
  })
  expect(await latestAct()).toEqual(before)
})

test.each([
  ['tomorrow', { day: '2026-03-02' }, 'day', 'inTheFuture'],
  ['1066', { day: '1066-10-14' }, 'day', 'tooLongAgo'],
])('an answer of %s is refused, naming its day', async (_, given, field, reason) => {
  const id = await person('Durand')
  const answers = [{ medium: 'paper', field: 'name', value: 'no' }] as const
  const expected = { code: 'invalidInput', field, values: { reason } }
  expect(await refused(client.consents.record({ contacts: [id], answers: [...answers], ...given }))).toMatchObject(
    expected,
  )
  expect(
    await refused(client.consents.mode({ contacts: [id], media: ['web'], mode: 'absent', ...given })),
  ).toMatchObject(expected)
  expect(await refused(client.consents.oppose({ contact: id, ...given }))).toMatchObject(expected)
  const { revision } = await client.people.read({ id })
  const form = { contact: id, revision, answers: [...answers], ...given }
  expect(await refused(client.forms.answer(form))).toMatchObject(expected)
  expect((await client.consents.of({ contact: id })).log).toEqual([])
})

test('a yes and a no to one thing at once is refused, naming the second', async () => {
  const id = await person('Durand')
  const answers = [
    { medium: 'paper', field: 'name', value: 'yes' },
    { medium: 'web', field: 'name', value: 'no' },
    { medium: 'paper', field: 'name', value: 'no' },
  ] as const
  const expected = { code: 'invalidInput', field: 'answers.2.field', values: { reason: 'saidTwice' } }
  expect(await refused(client.consents.record({ contacts: [id], answers: [...answers] }))).toMatchObject(expected)
  const { revision } = await client.people.read({ id })
  expect(await refused(client.forms.answer({ contact: id, revision, answers: [...answers] }))).toMatchObject(expected)
  expect((await client.people.read({ id })).confirmed).toBe('')
})
