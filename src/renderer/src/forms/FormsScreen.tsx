import { Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { ScreenFrame } from '../ui/ScreenFrame.tsx'
import { KeyAnswers } from './KeyAnswers.tsx'
import { PrintForms } from './PrintForms.tsx'

/** The sheets people check, and what they sent back. */
export function FormsScreen({ printing }: { readonly printing: boolean }) {
  const { t } = useWords()
  const tally = useQuery(ask.forms.tally.queryOptions({ input: {} })).data?.today ?? 0
  return (
    <ScreenFrame
      title={t('screen.forms')}
      sub={t('forms.lead')}
      actions={<span role="status">{t('forms.tally', { count: tally })}</span>}
    >
      <Tabs defaultValue={printing ? 'printing' : 'answers'} keepMounted={false}>
        <Tabs.List mb="lg">
          <Tabs.Tab value="answers">{t('forms.answers')}</Tabs.Tab>
          <Tabs.Tab value="printing">{t('forms.printing')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="answers">
          <KeyAnswers />
        </Tabs.Panel>
        <Tabs.Panel value="printing">
          <PrintForms />
        </Tabs.Panel>
      </Tabs>
    </ScreenFrame>
  )
}
