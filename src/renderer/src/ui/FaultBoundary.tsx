import { Button, Center, Group, Stack, Text, Title } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { useWords } from '../i18n/words.tsx'
import { fragmentOf } from './route.ts'

/**
 * Keeps a screen that failed from taking the whole window with it: a sentence stands in its place, the rails stay.
 * `at` is what is shown: when it changes, the next screen starts sound.
 */
export class FaultBoundary extends Component<
  { readonly at: string; readonly children: ReactNode },
  { readonly failed: boolean; readonly at: string }
> {
  override state = { failed: false, at: this.props.at }
  static getDerivedStateFromError = () => ({ failed: true })
  static getDerivedStateFromProps = ({ at }: { readonly at: string }, state: { readonly at: string }) =>
    at === state.at ? null : { failed: false, at }
  override render(): ReactNode {
    return this.state.failed ? <ScreenFault /> : this.props.children
  }
}

function ScreenFault() {
  const { t } = useWords()
  return (
    <Center h="100%" p="xl">
      <Stack maw="34rem" role="alert">
        <Title order={1}>{t('fault.title')}</Title>
        <Text size="lg">{t('fault.text')}</Text>
        <Group>
          <Button onClick={() => window.location.reload()}>{t('fault.again')}</Button>
          <Button
            variant="default"
            onClick={() => {
              window.location.hash = fragmentOf({ screen: 'people' })
              window.location.reload()
            }}
          >
            {t('fault.toRecords')}
          </Button>
        </Group>
      </Stack>
    </Center>
  )
}
