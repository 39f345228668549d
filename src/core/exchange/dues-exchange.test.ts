/** Dues in lists: they come in within the import's act, they go out, and what went out comes back as it was. */
import { beforeEach, expect, test } from 'vitest'
import { finish } from '../kit/request.ts'
import type { Office } from '../office.ts'
import { exported, newAssociation, previewed as previewedFile } from '../round-trip.fixture.ts'
import { brought, everybody, imported, previewed } from './import.fixture.ts'

let office: Office
beforeEach(() => {
  office = newAssociation('fr')
})

const list = [
  'Nom;Prénom;Cotisation 2024;Cotisation 2025',
  'Tour;Anne;35,00;35 € le 12/01/2025',
  'Roux;Paul;exonéré;',
  'Blanc;Zoé;oui;non reçu',
].join('\r\n')

/** Every year as those stand in it of whom something was said. */
async function standing(of: Office) {
  const { years } = await of.client.dues.years({})
  return Promise.all(
    years.map(async ({ id, name }) => {
      const { lines } = await of.client.dues.year({ year: id, limit: 50 })
      return [
        name,
        lines
          .filter(({ state }) => state !== 'gap' && state !== 'notAsked')
          .map(({ displayName, state, owed, paid, lastPaid }) => [displayName, state, owed, paid, lastPaid]),
      ]
    }),
  )
}

test('dues and payments come in with the list, are foreseen, and go with one undo', async () => {
  const { client } = office
  const seen = await previewed(client, list)
  expect(seen.look.columns.map(({ target }) => target)).toEqual(['lastName', 'firstName', 'due', 'due'])
  expect(seen.preview.dues).toEqual({ dues: 4, payments: 2, cents: 7000, years: ['2024', '2025'] })
  expect(seen.lines[0]?.about).toEqual(['2024\u00a0: 35\u00a0€', '2025\u00a0: 35\u00a0€, 12/01/2025'])
  expect(seen.lines[2]?.problems).toMatchObject([{ code: 'duesUnread', text: 'non reçu' }])
  const { act } = await brought(client, seen)
  expect(await standing(office)).toEqual([
    ['2025', [['Tour Anne', 'upToDate', 3500, 3500, '2025-01-12']]],
    [
      '2024',
      [
        ['Blanc Zoé', 'upToDate', 0, 0, ''],
        ['Roux Paul', 'exempt', 0, 0, ''],
        ['Tour Anne', 'upToDate', 3500, 3500, '2024-01-01'],
      ],
    ],
  ])
  expect((await everybody(client)).map(({ extras }) => extras.map(({ value }) => value))).toEqual([
    ['non reçu'],
    [],
    [],
  ])
  // The same list again adds nothing; with another amount the register is kept, and it is said.
  expect(await previewed(client, list)).toMatchObject({ preview: { counts: { unchanged: 3 } } })
  const other = await previewed(client, list.replace('35,00', '40,00'))
  expect(other.preview.dues).toBeUndefined()
  expect(other.lines[0]).toMatchObject({ outcome: 'unchanged', problems: [{ code: 'duesDiffer' }] })
  await client.history.undo({ act })
  expect(await everybody(client)).toEqual([])
  expect((await client.dues.years({})).years).toEqual([])
})

test('a payment is added to who owed, and what is chosen for the line or the field is followed', async () => {
  const { client } = office
  await imported(client, list.replace('35,00', 'non').replace('non;', 'impayé;'))
  await client.people.create({ contact: { kind: 'person', lastName: 'Nouveau', firstName: 'Jean' } })
  const more =
    'Nom;Prénom;Cotisation 2026;Date cotisation 2026;Mode de règlement cotisation 2026\r\nTour;Anne;40;02/02/2026;chèque\r\nRoux;Paul;40;;virement'
  const seen = await previewed(client, more)
  expect(seen.preview).toMatchObject({
    counts: { changed: 2 },
    dues: { dues: 2, payments: 2, cents: 8000, years: ['2026'] },
  })
  expect(seen.lines[0]).toMatchObject({
    outcome: 'changed',
    toCheck: true,
    changes: [{ field: 'dues', new: '2026\u00a0: 40\u00a0€, 02/02/2026' }],
  })
  const { preview } = seen.preview
  expect((await client.exchange.decide({ preview, line: 3, choice: 'leave' })).dues).toMatchObject({
    payments: 1,
    cents: 4000,
  })
  expect((await client.exchange.decide({ preview, line: 3, choice: 'other' })).dues).toMatchObject({ payments: 2 })
  const away = await client.exchange.weigh({ preview, way: 'update', fields: [{ field: 'dues', way: 'skip' }] })
  expect(away).toMatchObject({ counts: { created: 1, unchanged: 1 }, dues: { payments: 1 } })
  await client.exchange.weigh({ preview, way: 'update', fields: [] })
  await brought(client, seen)
  const payments = (await client.dues.payments({ from: '2026-01-01' })).payments
  expect(payments.map(({ payerName, mode, receivedOn, total }) => [payerName, mode, receivedOn, total])).toEqual([
    ['Tour Anne', 'cheque', '2026-02-02', 4000],
    ['Roux Paul', 'transfer', '2026-01-01', 4000],
  ])
  expect(await everybody(client)).toHaveLength(5)
})

test.each([
  [
    'Dolibarr',
    'Id,Nom,Prénom,Id adhésion,Date adhésion,Montant\n7,Tour,Anne,1,2024-01-05,30\n7,Tour,Anne,2,2025-02-06,32\n',
    [
      ['2025', [['Tour Anne', 'upToDate', 3200, 3200, '2025-02-06']]],
      ['2024', [['Tour Anne', 'upToDate', 3000, 3000, '2024-01-05']]],
    ],
  ],
  [
    'HelloAsso',
    'Référence commande;Date de la commande;Statut de la commande;Nom adhérent;Prénom adhérent;Nom payeur;Prénom payeur;Email payeur;Moyen de paiement;Tarif;Montant tarif;Code Promo;Montant code promo\n' +
      '11;05/01/2025 10:20;Validé;Tour;Anne;Tour;Luc;luc@example.org;Carte bancaire;Actif;35,00;AMI;5,00\n' +
      '12;06/01/2025 11:00;Remboursé;Roux;Paul;Roux;Paul;paul@example.org;Carte bancaire;Actif;35,00;;\n',
    [['2025', [['Tour Anne', 'upToDate', 3000, 3000, '2025-01-05']]]],
  ],
  [
    'Paheko',
    '"Numéro de membre","Nom & prénom","Activité","Tarif","Date d\'inscription","Date d\'expiration","Montant à régler","Payé ?"\n' +
      '1,"Tour Anne",Cotisation,Plein,02/01/2025,31/12/2025,"30,00",Oui\n2,"Roux Paul",Cotisation,Plein,03/01/2025,31/12/2025,"30,00",Non\n',
    [
      [
        '2025',
        [
          ['Roux Paul', 'late', 3000, 0, ''],
          ['Tour Anne', 'upToDate', 3000, 3000, '2025-01-02'],
        ],
      ],
    ],
  ],
  [
    'Galette',
    'Name;Surname;Town;Amount;Begin date;End date\nTour;Anne;Lyon;30;2024-01-01;2024-12-31\nRoux;Paul;Brest;30;2025-01-01;2025-12-31\nTour;Anne;Lyon;30;2025-01-01;2025-12-31\n',
    [
      [
        '2025',
        [
          ['Roux Paul', 'upToDate', 3000, 3000, '2025-01-01'],
          ['Tour Anne', 'upToDate', 3000, 3000, '2025-01-01'],
        ],
      ],
      ['2024', [['Tour Anne', 'upToDate', 3000, 3000, '2024-01-01']]],
    ],
  ],
])('%s: subscriptions become dues and payments', async (_program, text, expected) => {
  const { client } = office
  await imported(client, text)
  expect(await standing(office)).toEqual(expected)
  expect(await previewed(client, text)).toMatchObject({ preview: { counts: { created: 0, changed: 0, refused: 0 } } })
})

test('HelloAsso’s payer, order and way of paying stay with the payment', async () => {
  const { client } = office
  await imported(
    client,
    'Référence commande;Date de la commande;Statut de la commande;Nom adhérent;Prénom adhérent;Nom payeur;Prénom payeur;Email payeur;Moyen de paiement;Tarif;Montant tarif\n' +
      '11;05/01/2025 10:20;Validé;Tour;Anne;Tour;Luc;luc@example.org;Carte bancaire;Actif;35,00\n',
  )
  expect((await client.dues.payments({})).payments).toMatchObject([
    { payerName: 'Luc Tour', payer: null, mode: 'helloAsso', reference: '11', receivedOn: '2025-01-05' },
  ])
})

test.each(['xlsx', 'ods', 'csv'] as const)(
  'dues go out in %s, change nothing when they come back, and fill an empty register',
  async (format) => {
    const { client } = office
    await imported(client, list.replace('non reçu', '20,50').replace(';;', ';'))
    const [anne, , paul] = (await everybody(client)).map(({ id }) => id).toReversed()
    const year = (await client.dues.years({})).years.find(({ name }) => name === '2025')?.id ?? 0
    await client.dues.setDue({ contact: paul ?? 0, year, said: 'waived', reason: 'vote' })
    await client.dues.createYear({ name: 'Saison d’été', kind: 'season', starts: '2026-06-01', ends: '2026-09-30' })
    const summer = (await client.dues.years({})).years.find(({ name }) => name === 'Saison d’été')?.id ?? 0
    await client.dues.setDue({ contact: anne ?? 0, year: summer, said: 'owed', cents: 1200 })
    const file = await exported(office, format)
    const back = await previewedFile(office, file)
    const { lines } = await client.exchange.previewLines({ preview: back.preview.preview })
    expect(lines.flatMap(({ problems }) => problems)).toEqual([])
    expect(back.preview).toMatchObject({ counts: { created: 0, changed: 0, refused: 0, unchanged: 3 } })
    const empty = newAssociation('fr')
    const { preview } = (await previewedFile(empty, file)).preview
    await finish(await empty.client.exchange.import({ preview }))
    expect(await standing(empty)).toEqual(await standing(office))
  },
)

test('dues go out in a time that grows with their number, not with its square', async () => {
  /** Processor time of this thread for one person, in ms; files are written elsewhere. */
  const forOne = async (people: number): Promise<number> => {
    const many = newAssociation('fr')
    const names = Array.from({ length: people }, (_, at) => `Tour;Anne ${at};35,00;35 € le 12/01/2025`)
    await imported(many.client, ['Nom;Prénom;Cotisation 2024;Cotisation 2025', ...names].join('\r\n'))
    const spent = (): number => process.threadCpuUsage().user / 1000
    const began = spent()
    await exported(many, 'csv')
    return (spent() - began) / people
  }
  await forOne(50) // The first loads what is to be loaded.
  const [few, many] = [await forOne(400), await forOne(4000)]
  console.info(`dues going out: ${few.toFixed(2)} ms a person of 400, ${many.toFixed(2)} of 4,000`)
  expect(many / few).toBeLessThan(2.5)
}, 60_000)
