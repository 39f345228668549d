/** The fields of each part of the form. */
import { Button, Menu } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../i18n/words.tsx'
import { Icon } from '../ui/icons.tsx'
import { AddressFields } from './AddressFields.tsx'
import { AssociationFields } from './AssociationFields.tsx'
import { MandateFields, StayFields } from './BelongingFields.tsx'
import { ExtraFields } from './ExtraFields.tsx'
import type { RecordFormOf } from './IdentityFields.tsx'
import { IdentityFields } from './IdentityFields.tsx'
import { LifeFields } from './LifeFields.tsx'
import { AliasFields, HonourFields } from './NameFields.tsx'
import { ReachFields } from './ReachFields.tsx'
import classes from './Record.module.css'
import { RepresentativeFields } from './RepresentativeFields.tsx'
import { partsOf, type SectionName } from './record-sections.ts'
import type { RecordKind } from './record-values.ts'
import { SupportFields } from './SupportFields.tsx'

type PartProps = { readonly kind: RecordKind; readonly form: RecordFormOf }

const fieldsOf: Readonly<Record<SectionName, (props: PartProps) => ReactNode>> = {
  identity: (props) => <IdentityFields {...props} />,
  reach: ({ kind, form }) => (
    <>
      <AddressFields kind={kind} form={form} />
      <ReachFields form={form} />
    </>
  ),
  association: ({ form }) => <AssociationFields form={form} />,
  life: ({ form }) => <LifeFields form={form} />,
  aliases: ({ form }) => <AliasFields form={form} />,
  honours: ({ form }) => <HonourFields form={form} />,
  stays: ({ form }) => <StayFields form={form} />,
  mandates: ({ form }) => <MandateFields form={form} />,
  representatives: ({ form }) => <RepresentativeFields form={form} />,
  supports: ({ form }) => <SupportFields form={form} />,
  others: (props) => <ExtraFields {...props} />,
}

/** One part of the form under its title. */
export function FormSection({ section, ...props }: PartProps & { readonly section: SectionName }) {
  const { t } = useWords()
  const words = partsOf(props.kind).find((part) => part.section === section)?.words ?? 'record.others'
  return (
    <fieldset className={classes.group} data-part={section}>
      <legend>{t(words)}</legend>
      <div>{fieldsOf[section](props)}</div>
    </fieldset>
  )
}

/** The parts that wait to be asked for. */
export function AddSection({
  kind,
  hidden,
  onAdd,
}: {
  readonly kind: RecordKind
  readonly hidden: readonly SectionName[]
  readonly onAdd: (section: SectionName) => void
}) {
  const { t } = useWords()
  const parts = partsOf(kind).filter(({ section }) => hidden.includes(section))
  if (parts.length === 0) return null
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button variant="default" mt="md" leftSection={<Icon name="plus" size={16} />}>
          {t('form.addSection')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {parts.map(({ section, words }) => (
          <Menu.Item key={section} onClick={() => onAdd(section)}>
            {t(words)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
