import { Button, Menu, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { Contact } from '../../../core/people/people.requests.ts'
import { ask } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { Icon } from '../ui/icons.tsx'
import { go } from '../ui/route.ts'
import { WhenFresh } from '../ui/WhenFresh.tsx'
import classes from './Record.module.css'
import { RecordForm } from './RecordForm.tsx'
import { panelsBelow, panelsBeside } from './RecordPanels.tsx'
import { RecordPhoto } from './RecordPhoto.tsx'
import { SectionFacts, TiesToOrganisations } from './RecordSections.tsx'
import { forgetDraft, keptDraft } from './record-draft.ts'
import { isFilled, partsOf, type SectionName } from './record-sections.ts'

/** The order in which one looks for things in a record. */
const readingOrder: readonly SectionName[] = [
  ...([
    'reach',
    'association',
    'stays',
    'mandates',
    'representatives',
    'identity',
    'life',
    'aliases',
    'honours',
  ] as const),
  ...(['supports', 'others'] as const),
]

/** A record as one reads it: only what is known, each part typed over in its place. */
export function RecordPage({ contact }: { readonly contact: Contact }) {
  const { t } = useWords()
  const { id, kind } = contact
  const merged = contact.mergedInto !== undefined
  const [editing, setEditing] = useState<SectionName>()
  const [draft, setDraft] = useState(() => keptDraft(String(id)))
  // Back to the pen of what was typed over, to go on from there; where nothing is left of it, to what adds a part.
  const page = useRef<HTMLDivElement>(null)
  const typed = useRef<SectionName>(undefined)
  useEffect(() => {
    const last = typed.current
    typed.current = editing
    if (editing !== undefined || last === undefined) return
    const find = (what: string) => page.current?.querySelector<HTMLElement>(what)
    const target = find(`[data-pen="${last}"]`) ?? find('[data-adds-part]')
    target?.focus()
  }, [editing])
  const parts = partsOf(kind).toSorted(
    (one, other) => readingOrder.indexOf(one.section) - readingOrder.indexOf(other.section),
  )
  const says = (section: SectionName) => section === 'reach' || isFilled(section, contact)
  const absent = parts.filter(({ section }) => !says(section) && section !== editing)
  const edit = (section: SectionName) => {
    // What waits unsaved may be of any part: all of it comes back to be looked at.
    if (keptDraft(String(id)) === undefined) setEditing(section)
    else go({ screen: 'record', id, editing: true })
  }
  return (
    <div className={classes.page} ref={page}>
      <div>
        {draft !== undefined && editing === undefined && (
          <div className={classes.notice} role="status">
            <Text>{t('record.draft')}</Text>
            <Button
              mt="xs"
              mr="xs"
              variant="default"
              size="compact-md"
              onClick={() => go({ screen: 'record', id, editing: true })}
            >
              {t('record.resume')}
            </Button>
            <Button
              mt="xs"
              variant="subtle"
              size="compact-md"
              onClick={() => {
                forgetDraft(String(id))
                setDraft(undefined)
              }}
            >
              {t('record.forget')}
            </Button>
          </div>
        )}
        {parts.map(({ section, words }) =>
          section === editing ? (
            <div key={section} className={classes.inPlace}>
              <WhenFresh of={ask.people.read.key({ input: { id } })}>
                <RecordForm kind={kind} contact={contact} only={section} onLeave={() => setEditing(undefined)} />
              </WhenFresh>
            </div>
          ) : says(section) ? (
            <SectionFacts
              key={section}
              section={section}
              title={t(words)}
              contact={contact}
              onEdit={editing === undefined && !merged ? () => edit(section) : undefined}
            />
          ) : null,
        )}
        {kind === 'person' && <TiesToOrganisations contact={contact} />}
        {absent.length > 0 && editing === undefined && !merged && (
          <Menu position="bottom-start">
            <Menu.Target>
              <Button
                variant="subtle"
                className={classes.more}
                data-adds-part
                leftSection={<Icon name="plus" size={16} />}
              >
                {t('form.addSection')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {absent.map(({ section, words }) => (
                <Menu.Item key={section} onClick={() => edit(section)}>
                  {t(words)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
        {panelsBelow
          .filter(() => !merged)
          .map((Panel, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list of panels is fixed
            <Panel key={at} contact={contact} />
          ))}
      </div>
      <div className={classes.beside}>
        {!merged && <RecordPhoto contact={contact} />}
        {panelsBeside.map((Panel, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list of panels is fixed
          <Panel key={at} contact={contact} />
        ))}
      </div>
    </div>
  )
}
