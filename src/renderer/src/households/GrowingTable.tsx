import { Button, Table } from '@mantine/core'
import type { ReactNode, Ref } from 'react'
import { useWords } from '../i18n/words.tsx'
import { BackToList } from '../people/BackToList.tsx'
import history from '../register/History.module.css'
import { useKeyWords } from '../ui/keys.ts'
import { moveAmongRows } from '../ui/row-keys.ts'
import { ScreenFrame } from '../ui/ScreenFrame.tsx'
import { Waiting } from '../ui/Waiting.tsx'

/** Lines that are asked for a hundred at a time. */
export const perPage = 100

/** Where the page after those that came begins; nothing when all are there. */
export const nextPage = ({ total }: { readonly total: number }, pages: readonly unknown[]): number | undefined =>
  pages.length * perPage < total ? pages.length * perPage : undefined

type Asked<Row> = {
  readonly data: { readonly pages: readonly { readonly total: number; readonly rows: readonly Row[] }[] } | undefined
  readonly error: unknown
  readonly hasNextPage: boolean
  readonly isFetchingNextPage: boolean
  readonly fetchNextPage: () => Promise<unknown>
}

/** A view of the records as a table walked by arrows, which grows on demand; said in words when it has no line. */
export function GrowingTable<Row>({
  title,
  sub,
  asked,
  search,
  actions,
  above,
  keys = [],
  head,
  row,
  none,
  more,
  boxRef,
}: {
  readonly title: string
  readonly sub: (total: number | undefined) => string
  readonly asked: Asked<Row>
  /** What narrows the table, over it. */
  readonly search?: ReactNode
  readonly actions?: ReactNode
  /** What is being made, over the table. */
  readonly above?: ReactNode
  readonly keys?: readonly { readonly keys: string; readonly words: string }[]
  readonly head: ReactNode
  readonly row: (row: Row, at: number) => ReactNode
  readonly none: ReactNode
  readonly more: string
  readonly boxRef?: Ref<HTMLDivElement>
}) {
  const { t } = useWords()
  useKeyWords([...keys, { keys: '↑ ↓', words: t('keys.move') }, { keys: t('keys.enter'), words: t('keys.openRecord') }])
  const total = asked.data?.pages[0]?.total
  const rows = asked.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <ScreenFrame title={title} above={<BackToList />} sub={<span role="status">{sub(total)}</span>} actions={actions}>
      {total === undefined ? (
        <Waiting trouble={asked.error} />
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: arrows only move the focus among what takes it
        <div {...(boxRef === undefined ? {} : { ref: boxRef })} onKeyDown={moveAmongRows}>
          {above}
          {search}
          {rows.length === 0 ? (
            none
          ) : (
            <Table className={history.table} verticalSpacing="sm" aria-label={title}>
              <Table.Thead>
                <Table.Tr>{head}</Table.Tr>
              </Table.Thead>
              <Table.Tbody>{rows.map(row)}</Table.Tbody>
            </Table>
          )}
          {asked.hasNextPage && (
            <Button
              mt="md"
              variant="default"
              loading={asked.isFetchingNextPage}
              onClick={() => void asked.fetchNextPage()}
            >
              {more}
            </Button>
          )}
        </div>
      )}
    </ScreenFrame>
  )
}
