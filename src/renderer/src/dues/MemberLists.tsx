import { Button, Checkbox, Group, Select, Title } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DueYear } from '../../../core/dues/dues.requests.ts'
import type { RollKind } from '../../../core/membership/membership.requests.ts'
import { dayInWords, isInCalendar } from '../../../core/people/day.rules.ts'
import { ask, client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { DayInput } from '../people/DayInput.tsx'
import { savedPaper } from '../ui/fetch-paper.ts'
import { useTroubleNote } from '../ui/use-order.tsx'
import { useWork } from '../ui/use-work.ts'
import { WorkProgress } from '../ui/WorkProgress.tsx'
import classes from './Dues.module.css'

const print = savedPaper(client.membership.printRoll)

/** Who is in good standing on a day, or who votes: how many, then pages or a sheet. */
export function MemberLists({ year }: { readonly year: DueYear }) {
  const { t, language } = useWords()
  const note = useTroubleNote()
  const [kind, setKind] = useState<RollKind>('goodStanding')
  const [reserved, setReserved] = useState(true)
  const [written, setWritten] = useState('')
  const day = written.length === 10 && isInCalendar(written) ? written : ''
  const asked = { kind, year: year.id, day, reserved }
  const { data, isPlaceholderData } = useQuery({
    ...ask.membership.roll.queryOptions({ input: { ...asked, limit: 1 } }),
    placeholderData: keepPreviousData,
  })
  const work = useWork(print)
  const make = async (format: 'pdf' | 'xlsx') => {
    try {
      await work.run({ ...asked, format })
    } catch (thrown) {
      note(thrown)
    }
  }
  const people = t('membership.people', { count: data?.total ?? 0 })
  const today = new Date().toLocaleDateString('sv-SE')
  return (
    <section aria-label={t('membership.lists')} aria-busy={data === undefined || isPlaceholderData}>
      <Title order={3}>{t('membership.lists')}</Title>
      <div className={classes.row}>
        <Select
          label={t('membership.kind')}
          w="18rem"
          allowDeselect={false}
          data={[
            { value: 'goodStanding', label: t('membership.kind.goodStanding') },
            { value: 'voters', label: t('membership.kind.voters') },
          ]}
          value={kind}
          onChange={(value) => setKind(value === 'voters' ? 'voters' : 'goodStanding')}
        />
        <DayInput
          w="10rem"
          label={t('dues.onDay')}
          placeholder={t('dues.asToday')}
          value={written}
          onChange={setWritten}
        />
      </div>
      {kind === 'voters' && (
        <Checkbox
          mb="xs"
          label={t('membership.reserved')}
          checked={reserved}
          onChange={(event) => setReserved(event.currentTarget.checked)}
        />
      )}
      <p role="status">
        {data === undefined
          ? ' '
          : data.total === 0
            ? t('membership.nobody', { day: dayInWords(day === '' ? today : day, language) })
            : kind === 'voters'
              ? t('membership.votes', { people, count: data.votes })
              : people}
      </p>
      {work.running ? (
        <WorkProgress running={work.running} cancel={work.cancel} />
      ) : (
        <Group>
          <Button disabled={(data?.total ?? 0) === 0} onClick={() => void make('pdf')}>
            {t('membership.print')}
          </Button>
          <Button variant="default" disabled={(data?.total ?? 0) === 0} onClick={() => void make('xlsx')}>
            {t('membership.sheet')}
          </Button>
        </Group>
      )}
    </section>
  )
}
