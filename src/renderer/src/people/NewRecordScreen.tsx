import { useWords } from '../i18n/words.tsx'
import { ScreenFrame } from '../ui/ScreenFrame.tsx'
import { RecordForm } from './RecordForm.tsx'
import type { RecordKind } from './record-values.ts'

export function NewRecordScreen({ kind }: { readonly kind: RecordKind }) {
  const { t } = useWords()
  return (
    <ScreenFrame title={t(kind === 'person' ? 'people.newPerson' : 'people.newOrganisation')}>
      <RecordForm kind={kind} contact={undefined} />
    </ScreenFrame>
  )
}
