import type { ButtonProps } from '@mantine/core'
import { Button } from '@mantine/core'
import { useUndoing } from './undoing.ts'

/** A button that takes back or does again: dead, without losing the focus, while another is being answered. */
export function WayButton({
  onWay,
  label,
  title,
  children,
  ...look
}: Omit<ButtonProps, 'disabled'> & {
  readonly onWay: () => void
  /** Its name, where its words alone do not tell it from its sisters. */
  readonly label?: string
  readonly title?: string
  readonly children: string | undefined
}) {
  const undoing = useUndoing()
  return (
    <Button
      variant="subtle"
      {...look}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(title === undefined ? {} : { title })}
      {...(undoing ? { 'aria-disabled': true, 'data-disabled': true } : {})}
      onClick={() => {
        if (!undoing) onWay()
      }}
    >
      {children}
    </Button>
  )
}
