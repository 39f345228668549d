/**
 * The directory as every engine must print it: A5, two columns, name in bold, lines under it, an entry never cut; the
 * first and last name of the page at its head, its number at its foot; indexes with the page of each entry.
 */
export type PlainDirectory = {
  readonly items: readonly {
    readonly id: number
    /** In bold. */
    readonly name: string
    /** On the same line. */
    readonly rest: string
    readonly lines: readonly string[]
  }[]
  readonly indexes: readonly {
    readonly title: string
    readonly headings: readonly {
      readonly heading: string
      readonly members: readonly { readonly id: number; readonly name: string }[]
    }[]
  }[]
}

/** In points: A5, with the margins and the gutter of our own design. */
export const PAGE = {
  width: 419.53,
  height: 595.28,
  inner: 40,
  top: 50,
  foot: 44,
  gutter: 16,
  size: 7.4,
  leading: 9.2,
  gap: 4.6,
} as const
export const COLUMN = (PAGE.width - 2 * PAGE.inner - PAGE.gutter) / 2
