import { Group, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

/** What an empty screen says: what is not there yet, and the first step. */
export function FirstStep({
  title,
  text,
  children,
}: {
  readonly title: string
  readonly text: string
  readonly children?: ReactNode
}) {
  return (
    <Stack gap="sm" maw="36rem" py="xl">
      <Title order={2}>{title}</Title>
      <Text>{text}</Text>
      {children !== undefined && <Group mt="xs">{children}</Group>}
    </Stack>
  )
}
