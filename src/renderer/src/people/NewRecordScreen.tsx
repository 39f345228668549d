import { Anchor } from '@mantine/core'
import { useState } from 'react'
import { displayName, type Named } from '../../../core/people/name.rules.ts'
import { groupInput } from '../../../core/people/people.requests.ts'
import { useWords } from '../i18n/words.tsx'
import { useHome } from '../register/use-home.ts'
import { fragmentOf, go } from '../ui/route.ts'
import { ScreenFrame } from '../ui/ScreenFrame.tsx'
import { RecordForm } from './RecordForm.tsx'
import type { RecordKind, RecordValues } from './record-values.ts'
import { emptyAddress, emptyRecord } from './record-values.ts'

/** Those typed one after another: how many, and the last. */
type Batch = { readonly count: number; readonly last: { readonly id: number; readonly name: string } }

/** A new record, or many: Ctrl+Enter saves one and begins the next with the same Maison, category and town. */
export function NewRecordScreen({ kind }: { readonly kind: RecordKind }) {
  const { t } = useWords()
  const home = useHome()
  const [batch, setBatch] = useState<Batch>()
  const [begin, setBegin] = useState<RecordValues>()
  return (
    <ScreenFrame
      title={t(kind === 'person' ? 'people.newPerson' : 'people.newOrganisation')}
      sub={
        batch === undefined ? (
          t('form.batchHelp')
        ) : (
          <span role="status">
            {t('form.batch', { count: batch.count })}{' '}
            <Anchor href={fragmentOf({ screen: 'record', id: batch.last.id, editing: false })}>
              {batch.last.name}
            </Anchor>
          </span>
        )
      }
    >
      <RecordForm
        key={batch?.count ?? 0}
        kind={kind}
        contact={undefined}
        begin={begin ?? first(home)}
        onLeave={(id) => go(id === undefined ? { screen: 'people' } : { screen: 'record', id, editing: false })}
        onNext={(id, values) => {
          setBegin(following(values, home))
          setBatch({ count: (batch?.count ?? 0) + 1, last: { id, name: displayName({ ...values, kind } as Named) } })
        }}
      />
    </ScreenFrame>
  )
}

/** Lines to type in at once, without asking for them; those left empty are not kept. */
const first = (home: string): RecordValues => ({
  ...emptyRecord(),
  addresses: [emptyAddress(home)],
  phones: [{ label: '', number: '' }],
  emails: [{ label: '', address: '' }],
  groups: [groupInput.parse({ name: '' })],
})

/** What the next of a batch has in common with the one before. */
function following({ status, category, joined, groups, tags, addresses }: RecordValues, home: string): RecordValues {
  const [address] = addresses
  const place = address === undefined ? {} : { postcode: address.postcode, city: address.city, region: address.region }
  return structuredClone({
    ...first(home),
    ...{ status: status === 'deceased' ? 'member' : status, category, joined, tags },
    groups: groups.length === 0 ? first(home).groups : groups,
    addresses: [{ ...emptyAddress(address?.country ?? home), ...place }],
  })
}
