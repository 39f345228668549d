import { Center, Loader, Stack, Text } from '@mantine/core'
import { useWords } from '../i18n/words.tsx'
import { troubleOf, troubleWords } from './refusals.ts'

/** What stands where an answer is awaited, or where it did not come. */
export function Waiting({ trouble }: { readonly trouble?: unknown }) {
  const words = useWords()
  return (
    <Center h="100%" p="xl">
      {trouble ? (
        <Stack maw="34rem" role="status">
          <Text size="lg">{troubleWords(troubleOf(trouble), words)}</Text>
        </Stack>
      ) : (
        <Loader type="dots" aria-label={words.t('shell.waiting')} />
      )}
    </Center>
  )
}
