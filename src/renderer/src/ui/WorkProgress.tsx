import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import type { PlainKey } from '../i18n/words.tsx'
import { useWords } from '../i18n/words.tsx'
import type { Running } from './use-work.ts'
import { timeLeft } from './use-work.ts'

const phases: Readonly<Record<string, PlainKey>> = {
  reading: 'phase.reading',
  recognising: 'phase.recognising',
  comparing: 'phase.comparing',
  importing: 'phase.importing',
  inventing: 'phase.inventing',
  changing: 'phase.changing',
  writing: 'phase.writing',
  staging: 'phase.sending',
  gathering: 'phase.gathering',
  imposing: 'phase.imposing',
  composing: 'phase.composing',
  typesetting: 'phase.composing',
  painting: 'phase.painting',
  fetching: 'phase.fetching',
  sending: 'phase.sending',
}

/** A long work: what it is at, how far, how long still, and the way to stop. */
export function WorkProgress({ running, cancel }: { readonly running: Running; readonly cancel: () => void }) {
  const words = useWords()
  const share = running.total > 0 ? Math.min(100, (100 * running.done) / running.total) : undefined
  const phase = words.t(phases[running.phase] ?? 'phase.working')
  return (
    <Stack gap="xs" maw="36rem" role="status">
      <Group justify="space-between">
        <Text>{phase}</Text>
        <Text c="dimmed">{timeLeftWords(timeLeft(running), words)}</Text>
      </Group>
      <Progress
        value={share ?? 100}
        animated={share === undefined}
        striped={share === undefined}
        aria-label={phase}
        size="lg"
      />
      <Group justify="space-between">
        <Text c="dimmed">
          {running.total > 0 ? words.t('work.of', { done: running.done, total: running.total }) : ' '}
        </Text>
        <Button variant="default" size="compact-md" onClick={cancel}>
          {words.t('work.stop')}
        </Button>
      </Group>
    </Stack>
  )
}

function timeLeftWords(milliseconds: number | undefined, { t }: ReturnType<typeof useWords>): string {
  if (milliseconds === undefined) return ' '
  const seconds = Math.ceil(milliseconds / 1000)
  if (seconds < 60) return t('work.seconds', { count: seconds < 10 ? seconds : Math.ceil(seconds / 5) * 5 })
  return t('work.minutes', { count: Math.ceil(seconds / 60) })
}
