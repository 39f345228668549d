import { Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import type { ReactNode } from 'react'
import classes from './Screen.module.css'

/** A screen: its title in the serif, a line below, what can be done at the right, the matter under it. */
export function ScreenFrame({
  title,
  above,
  sub,
  actions,
  fixed = false,
  children,
}: {
  readonly title: string
  /** Where one came from, over the title. */
  readonly above?: ReactNode
  readonly sub?: ReactNode
  readonly actions?: ReactNode
  /** The matter scrolls by itself. */
  readonly fixed?: boolean
  readonly children: ReactNode
}) {
  useDocumentTitle(`${title} – Amicale`)
  return (
    <div className={classes.screen}>
      <header className={classes.head}>
        <div className={classes.title}>
          {above !== undefined && <div className={classes.above}>{above}</div>}
          <Title order={1}>{title}</Title>
          {sub !== undefined && <div className={classes.sub}>{sub}</div>}
        </div>
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      </header>
      <div className={fixed ? classes.fixed : classes.body}>{children}</div>
    </div>
  )
}
