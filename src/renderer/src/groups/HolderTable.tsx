import { Table } from '@mantine/core'
import { periodInWords } from '../../../core/people/day.rules.ts'
import type { Holder } from '../../../core/people/groups/groups.requests.ts'
import type { MandateRemark } from '../../../core/people/groups/groups.rules.ts'
import type { PlainKey } from '../i18n/words.tsx'
import { useWords } from '../i18n/words.tsx'
import { fragmentOf } from '../ui/route.ts'
import classes from './Groups.module.css'

const remarkKeys = {
  overlap: 'groups.remark.overlap',
  closed: 'groups.remark.closed',
  deceased: 'groups.remark.deceased',
} as const satisfies Record<MandateRemark, PlainKey>

/** Mandates, one a line: what, who, from when to when, and what is doubtful. */
export function HolderTable({
  holders,
  bodies = false,
}: {
  readonly holders: readonly Holder[]
  readonly bodies?: boolean
}) {
  const { t, language } = useWords()
  return (
    <Table verticalSpacing={4}>
      <Table.Tbody>
        {holders.map(({ id, contact, displayName, bodyName, function: held, since, until, election, remarks }) => (
          <Table.Tr key={id}>
            <Table.Td className={classes.quiet}>{[bodies && bodyName, held].filter(Boolean).join(', ')}</Table.Td>
            <Table.Td>
              <a href={fragmentOf({ screen: 'record', id: contact, editing: false })}>{displayName}</a>
            </Table.Td>
            <Table.Td className={classes.quiet}>
              {periodInWords(since, until, language)}
              {election !== '' && ` (${election})`}
            </Table.Td>
            <Table.Td className={classes.warn}>{remarks.map((remark) => t(remarkKeys[remark])).join(', ')}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
