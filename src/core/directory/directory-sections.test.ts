/** The sections of an edition: what they say of whom, and how their pages are made. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ordinaryFields, type PublicationDefaults } from '../people/consents/consents.rules.ts'
import { displayName, sortKey } from '../people/name.rules.ts'
import { type Contact, contactInput } from '../people/people.requests.ts'
import { openFonts } from '../typesetting/font/registry.ts'
import { composeDirectory } from './directory.papers.ts'
import type { DirectoryModel, DirectorySection } from './directory.rules.ts'
import { beginModel, type Edition } from './directory-model.ts'
import { pieceOf } from './directory-publication.ts'
import { type PageRow, rowsInColumns } from './directory-rows.ts'
import { type SectionKind, sectionOf } from './editions/sections.rules.ts'
import { usualTemplate } from './editions/template.rules.ts'
import { completeLook } from './look.rules.ts'
import { textBlocks } from './text-blocks.ts'

const fonts = openFonts(join(import.meta.dirname, '../../../resources/fonts'))
const everything: PublicationDefaults = { paper: ordinaryFields, pdf: ordinaryFields, web: [] }
const edition: Edition = {
  association: 'Amis de la Cité',
  country: 'FR',
  language: 'fr',
  edition: '2026',
  day: '2026-03-01',
}

let ids = 0
function contact(fields: Record<string, unknown>): Contact {
  const input = contactInput.parse({ kind: 'person', ...fields })
  const own = { id: ++ids, revision: 0, trashed: false, sortKey: sortKey(input), displayName: displayName(input) }
  return { ...input, ...own } as Contact
}

/** The contacts of an edition that has these sections, who refused their name left out. */
function modelOf(
  contacts: readonly Contact[],
  sections: readonly (readonly [SectionKind, object?, string?])[],
  more: Partial<Edition> = {},
  refusing: readonly number[] = [],
): DirectoryModel {
  const arranged = sections.map(([kind, options = {}, body = '']) => sectionOf(kind, '', body, options))
  const making = beginModel({ ...edition, sections: arranged, ...more })
  const no = { field: 'name', medium: 'paper', value: 'no', basis: 'objection', day: '2026-01-01' } as const
  for (const one of contacts) {
    const answers = refusing.includes(one.id) ? [{ ...no, source: 'letter' as const, proof: '' }] : []
    making.add(pieceOf(one, answers, everything, edition.day))
  }
  return making.finish().model
}

const rollOf = ({ sections }: DirectoryModel) =>
  sections.flatMap((section) => (section.kind === 'roll' ? section.parts : []))

const board = [
  contact({ lastName: 'Vidal', firstName: 'Zoé', mandates: [{ body: 'Conseil', function: '', since: '2024' }] }),
  contact({
    lastName: 'Abel',
    firstName: 'Luc',
    mandates: [{ body: 'Conseil', function: 'trésorier adjoint', since: '2024' }],
  }),
  contact({
    lastName: 'Tour',
    firstName: 'Anne',
    mandates: [
      { body: 'Conseil', function: 'présidente', since: '2024' },
      { body: 'Conseil', function: 'trésorière', since: '2015', until: '2019' },
    ],
  }),
  contact({ lastName: 'Roy', firstName: 'Max', mandates: [{ body: 'Bourses', function: 'trésorier', since: '2020' }] }),
  contact({
    lastName: 'Past',
    firstName: 'Jo',
    mandates: [{ body: 'Conseil', function: 'président', since: '2004', until: '2008' }],
  }),
]

describe('who does what', () => {
  test('those in office on the day, bodies by name, functions as a board is printed', () => {
    expect(rollOf(modelOf(board, [['bodies'], ['members']]))).toEqual([
      { heading: 'Bourses', rows: [{ aside: 'trésorier', name: 'Max Roy', note: '' }] },
      {
        heading: 'Conseil',
        rows: [
          { aside: 'présidente', name: 'Anne Tour', note: '' },
          { aside: 'trésorier adjoint', name: 'Luc Abel', note: '' },
          { aside: '', name: 'Zoé Vidal', note: '' },
        ],
      },
    ])
  })

  test('the bodies named, in that order; who refused their name is not among them', () => {
    const parts = rollOf(modelOf(board, [['bodies', { bodies: ['conseil'] }], ['members']], {}, [board[2]!.id]))
    expect(parts.map(({ heading }) => heading)).toEqual(['Conseil'])
    expect(parts[0]?.rows.map(({ name }) => name)).toEqual(['Luc Abel', 'Zoé Vidal'])
  })

  test('those before: of the functions named, in the order of time', () => {
    expect(rollOf(modelOf(board, [['holders'], ['members']]))[0]?.rows).toEqual([
      { aside: '2004–2008', name: 'Jo Past', note: 'président' },
      { aside: '2015–2019', name: 'Anne Tour', note: 'trésorière' },
    ])
    const named = rollOf(modelOf(board, [['holders', { functions: 'Présidente, Président' }], ['members']]))
    expect(named[0]?.rows.map(({ name }) => name)).toEqual(['Jo Past'])
  })
})

test('those before who died are among them, unless they refused their name', () => {
  const mandates = [{ body: 'Conseil', function: 'présidente', since: '1990', until: '1994' }]
  const dead = contact({ lastName: 'Feue', firstName: 'Ida', status: 'deceased', died: '1999', mandates })
  const names = (refusing: readonly number[]) =>
    rollOf(modelOf([...board, dead], [['holders'], ['members']], {}, refusing))[0]?.rows.map(({ name }) => name)
  expect(names([])).toEqual(['Ida Feue', 'Jo Past', 'Anne Tour'])
  expect(names([dead.id])).toEqual(['Jo Past', 'Anne Tour'])
})

describe('those who died', () => {
  const gone = (died: string, more: object = {}) =>
    contact({ lastName: `Mort${died}`, firstName: 'Léa', status: 'deceased', died, born: '1932-05-04', ...more })
  const alive = contact({ lastName: 'Vif' })

  test('in the year before the edition, without the year of birth nobody agreed to print', () => {
    const dead = [gone('2025-06'), gone('2024-12-31'), gone('2025-03-01'), gone('2026-04-01')]
    const rows = rollOf(modelOf([alive, ...dead], [['memorial'], ['members']]))[0]?.rows
    expect(rows?.map(({ name, note }) => `${name} ${note}`)).toEqual([
      'Léa Mort2025-03-01 †\u00a02025',
      'Léa Mort2025-06 †\u00a02025',
    ])
    expect(JSON.stringify(rows)).not.toContain('1932')
  })

  test('not who refused their name; without anybody there is no section', () => {
    const dead = gone('2025-06')
    expect(modelOf([alive, dead], [['memorial'], ['members']], {}, [dead.id]).sections.map(({ kind }) => kind)).toEqual(
      ['members'],
    )
  })
})

test('figures count who is printed, the largest first, what is beyond the fourteenth as one', () => {
  const people = Array.from({ length: 40 }, (_, at) =>
    contact({ lastName: `N${at}`, profession: `Métier ${Math.min(at, 18)}`, joined: String(1980 + at) }),
  )
  const [charts] = modelOf(people, [['statistics', { charts: ['professions', 'joined'] }], ['members']]).sections
  expect(charts?.kind).toBe('statistics')
  const [professions, joined] = (charts as DirectorySection & { kind: 'statistics' }).charts
  expect(professions?.bars[0]).toEqual({ label: 'Métier 18', value: 22 })
  expect(professions?.bars.at(-1)).toEqual({ label: '5 autres', value: 5 })
  expect(professions?.bars.reduce((sum, { value }) => sum + value, 0)).toBe(40)
  expect(joined?.bars).toEqual([
    { label: '1980–1989', value: 10 },
    { label: '1990–1999', value: 10 },
    { label: '2000–2009', value: 10 },
    { label: '2010–2019', value: 10 },
  ])
})

test('an entry says the fields of its template, together on a line or apart, and nothing for what is not there', () => {
  const one = contact({
    lastName: 'Bell',
    firstName: 'Eva',
    joined: '1990',
    birthName: 'Cote',
    originalName: 'Ева Белл',
    profession: 'Luthière',
    emails: [{ address: 'eva@exemple.org' }],
    stays: [{ house: 'Maison du Lac', since: '1985', until: '1987' }],
    addresses: [{ city: 'Oslo', country: 'NO', street: '1 vei' }],
  })
  const template = {
    ...usualTemplate,
    ...{ year: 'none' as const, original: false, references: false },
    lines: [['profession', 'stays'], ['birth'], ['town'], ['emails']] as never,
  }
  const [item, ...others] = modelOf([one], [['members']], { template }).items
  expect(others).toEqual([])
  expect(item).toMatchObject({
    headword: 'Bell',
    lines: [
      { role: 'profession', text: 'Luthière, Maison du Lac 1985–1987' },
      { role: 'address', text: 'Oslo, Norvège' },
      { role: 'mail', text: 'eva@exemple.org' },
    ],
  })
  expect(item).not.toHaveProperty('year')
  expect(item).not.toHaveProperty('original')
})

test('running text: paragraphs, headings, items, strong and italic; marks without a fellow stay', () => {
  const plain = (text: string) => ({ text, strong: false, italic: false })
  expect(textBlocks('# Un titre\nLigne un\nligne **deux** *trois*\n\n- pomme\n• poire\n2 * 3 ** 4')).toEqual([
    { kind: 'heading', spans: [plain('Un titre')] },
    {
      kind: 'paragraph',
      spans: [
        plain('Ligne un ligne '),
        { text: 'deux', strong: true, italic: false },
        plain(' '),
        { text: 'trois', strong: false, italic: true },
      ],
    },
    { kind: 'item', spans: [plain('pomme')] },
    { kind: 'item', spans: [plain('poire')] },
    { kind: 'paragraph', spans: [plain('2 * 3 ** 4')] },
  ])
})

describe('rows in columns', () => {
  const row = (height: number, keep = false, before = 0): PageRow => ({ height, before, keep, ops: () => [] })
  const heights = (rows: readonly PageRow[], room: number) =>
    rowsInColumns(rows, () => room).map((column) => column.map(({ row: { height }, top }) => [height, top]))

  test('what keeps goes over with what follows it', () => {
    expect(heights([row(10), row(11, true), row(12)], 25)).toEqual([
      [[10, 0]],
      [
        [11, 0],
        [12, 11],
      ],
    ])
  })
  test('white stands between rows, not at the head of a column', () => {
    expect(heights([row(10), row(10, false, 4), row(10, false, 4)], 24)).toEqual([
      [
        [10, 0],
        [10, 14],
      ],
      [[10, 0]],
    ])
  })
  test('a chain that no column holds is parted, and what is taller than a column has one to itself', () => {
    expect(
      heights(
        Array.from({ length: 5 }, () => row(10, true)),
        20,
      ).flat(),
    ).toHaveLength(5)
    expect(heights([row(5), row(99), row(5)], 20)).toEqual([[[5, 0]], [[99, 0]], [[5, 0]]])
  })
})

describe('the pages of an edition', () => {
  const people = [
    ...board,
    ...Array.from({ length: 60 }, (_, at) => contact({ lastName: `Membre${at}`, joined: '2025' })),
  ]
  const long = Array.from(
    { length: 90 },
    (_, at) => `Paragraphe ${at}, assez long pour tenir sur deux lignes de la page de texte, ou peu s’en faut.`,
  )
  const sections = [
    ['cover'],
    ['notice'],
    ['contents'],
    ['text', { signature: 'Le conseil' }, long.join('\n\n')],
    ['bodies'],
    ['members'],
    ['newcomers'],
    ['notes', { pages: 3 }],
    ['colophon', { numbered: true }],
  ] as const

  test('are numbered one after the other, the contents and the bookmarks lead to where each begins', async () => {
    const composition = await composeDirectory(modelOf(people, sections), fonts, () => {})
    const { pages, outline, list, labels } = composition
    expect(pages.length % 4).toBe(0)
    expect(list[0]!.page % 2).toBe(1)
    const textOf = (number: number) =>
      pages[number - 1]!.ops.flatMap((op) =>
        op.kind === 'line' ? op.pieces.map(({ shaped }) => shaped?.text ?? '').join('') : [],
      )
    for (const { title, page } of outline)
      if (page !== list[0]!.page) expect(textOf(page)[0], `${title} on ${page}`).toBe(title)
    expect(outline.map(({ title }) => title)).toEqual([
      'Éditorial',
      'Qui fait quoi',
      'Les membres',
      'Nouveaux membres',
      'Notes',
    ])
    const contents = textOf(3)
    for (const { title, page } of outline) expect(contents).toEqual(expect.arrayContaining([title, String(page)]))
    // Everything of the text is set once, in its order.
    const set = pages.flatMap((_, at) => textOf(at + 1)).join('')
    for (const at of [0, 44, 89]) expect(set.split(`Paragraphe ${at},`)).toHaveLength(2)
    expect(set).toContain('Le conseil')
    expect(labels.at(-1)).toEqual({ from: 4, style: 'decimal', start: 4 })
  })

  test('contents too long for a page go on, each line once; the pages after them count them all', async () => {
    const texts = Array.from({ length: 40 }, (_, at) => ['text', {}, `Mot ${at}`] as const)
    const many = modelOf(people, [['cover'], ['contents'], ...texts, ['members']])
    const { pages, outline, list } = await composeDirectory(many, fonts, () => {})
    const { height } = pages[0]!
    const linesOf = (number: number) => pages[number - 1]!.ops.flatMap((op) => (op.kind === 'line' ? [op.y] : []))
    const leading = (number: number) => pages[number - 1]!.ops.flatMap((op) => (op.kind === 'link' ? [op.page] : []))
    expect(Math.max(...linesOf(2), ...linesOf(3))).toBeLessThan(height)
    expect([...leading(2), ...leading(3)].slice(0, 41)).toEqual(outline.map(({ page }) => page))
    expect([outline[0]?.page, outline.at(-1)?.page, list[0]?.page]).toEqual([4, 45, 45])
    expect([...leading(2), ...leading(3)].length).toBe(41 + outline.at(-1)!.children.length)
  })

  test('the edition is taken off the end of its title on the cover, and from nowhere else', async () => {
    const cover = async (title: string, name: string) => {
      const model = modelOf(people, [['cover'], ['members']], { title, edition: name })
      const [page] = (await composeDirectory(model, fonts, () => {})).pages
      return page!.ops.flatMap((op) => (op.kind === 'line' ? op.pieces.map(({ shaped }) => shaped?.text ?? '') : []))
    }
    expect((await cover('', '2026')).join(' ')).toContain('annuaire 2026')
    expect((await cover('Livre de 2026 – 2026', '2026')).join('')).toContain('livre de 20262026')
    expect((await cover('Livre des membres', 'Livre')).join('')).toContain('livre des membresLivre')
  })

  test.each(['classic', 'modern', 'large'] as const)(
    'a %s cover holds long words whole, each line below the other',
    async (style) => {
      const title =
        'Annuaire des anciennes et des anciens pensionnaires de toutes les Maisons de la Cité universitaire et de ses amis'
      const subtitle = `Édition du cinquantenaire, ${'avec les souvenirs de ceux qui nous ont précédés, '.repeat(3)}et les statuts`
      const look = completeLook({ style })
      const model = modelOf(people, [['cover'], ['members']], { title, subtitle, look })
      const [page] = (await composeDirectory(model, fonts, () => {})).pages
      const lines = page!.ops.flatMap((op) =>
        op.kind === 'line' ? [{ y: op.y, said: op.pieces.map(({ shaped }) => shaped?.text ?? '').join('') }] : [],
      )
      const whole = lines.map(({ said }) => said).join(' ')
      const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}]/gu, '')
      expect(letters(whole)).toContain(letters(title))
      expect(letters(whole)).toContain(letters(subtitle))
      const heights = lines.map(({ y }) => y)
      expect(heights).toEqual(heights.toSorted((one, other) => one - other))
      expect(new Set(heights.map(Math.round)).size).toBe(heights.length)
      const [count, last] = [heights.at(-1)!, heights.at(-2)!]
      expect(count - last).toBeGreaterThan(8)
      expect(count).toBeLessThan(page!.height * 0.95)
    },
  )

  test('the colophon and the file tell the day the pages are made, not the cut-off', async () => {
    const model = modelOf(people, [['members'], ['colophon']], { day: '2026-12-31', setOn: '2026-03-01' })
    expect(model.day).toBe('2026-03-01')
  })

  test('an index before the list has no page to name and is left out; without the list there is none', async () => {
    const early = await composeDirectory(modelOf(people, [['index', { by: 'house' }], ['members']]), fonts, () => {})
    expect(early.indexes).toEqual([])
    expect(early.list.length).toBeGreaterThan(0)
    const none = await composeDirectory(modelOf(people, [['cover'], ['bodies']]), fonts, () => {})
    expect(none.list).toEqual([])
    expect(none.pages).toHaveLength(4)
  })
})
