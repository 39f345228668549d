import { ActionIcon, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../i18n/words.tsx'
import { Icon } from '../ui/icons.tsx'
import classes from './Record.module.css'

/** A part of the page of a record: its title in the serif, and the pen when it can be typed over in place. */
export function Section({
  title,
  onEdit,
  part,
  children,
}: {
  readonly title: string
  readonly onEdit?: (() => void) | undefined
  /** Its name among the parts of a record, by which one comes back to its pen. */
  readonly part?: string
  readonly children: ReactNode
}) {
  const { t } = useWords()
  return (
    <section className={classes.section} aria-label={title}>
      <div className={classes.heading}>
        <Title order={2}>{title}</Title>
        {onEdit !== undefined && (
          <ActionIcon
            variant="subtle"
            color="gray"
            className={classes.pen}
            data-pen={part}
            aria-label={t('record.editSection', { section: title })}
            title={t('record.editSection', { section: title })}
            onClick={onEdit}
          >
            <Icon name="edit" size={16} />
          </ActionIcon>
        )}
      </div>
      {children}
    </section>
  )
}

/** Facts of a section, each with its name at the left. */
export const Facts = ({ children }: { readonly children: ReactNode }) => <dl className={classes.facts}>{children}</dl>

export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

/** A quieter word beside a fact: a label, dates. */
export const Aside = ({ text }: { readonly text: string }) =>
  text === '' ? null : <span className={classes.label}>{text}</span>
