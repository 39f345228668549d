import { Button, Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { GroupNode } from '../../../core/people/groups/groups.requests.ts'
import { treeOrder } from '../../../core/people/groups/groups.rules.ts'
import { ask } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { groupKindKeys } from '../people/status-words.ts'
import { FirstStep } from '../ui/FirstStep.tsx'
import { Icon } from '../ui/icons.tsx'
import { ScreenFrame } from '../ui/ScreenFrame.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { FollowUp } from './FollowUp.tsx'
import { GroupForm } from './GroupForm.tsx'
import { GroupPage } from './GroupPage.tsx'
import classes from './Groups.module.css'
import { SupportBoard } from './SupportBoard.tsx'

/** Groups as a tree, mandates to follow, and what members offer each other. */
export function GroupsScreen() {
  const { t } = useWords()
  return (
    <ScreenFrame title={t('screen.groups')} sub={t('groups.lead')}>
      <Tabs defaultValue="tree" keepMounted={false}>
        <Tabs.List mb="lg">
          <Tabs.Tab value="tree">{t('groups.tabTree')}</Tabs.Tab>
          <Tabs.Tab value="declare">{t('groups.tabDeclare')}</Tabs.Tab>
          <Tabs.Tab value="support">{t('groups.tabSupport')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="tree">
          <Groups />
        </Tabs.Panel>
        <Tabs.Panel value="declare">
          <FollowUp />
        </Tabs.Panel>
        <Tabs.Panel value="support">
          <SupportBoard />
        </Tabs.Panel>
      </Tabs>
    </ScreenFrame>
  )
}

function Groups() {
  const { t } = useWords()
  const [chosen, setChosen] = useState<number>()
  const [making, setMaking] = useState(false)
  const page = useRef<HTMLDivElement>(null)
  // In a narrow window the group is below the tree: what was asked for comes into sight.
  useEffect(() => {
    if (chosen === undefined && !making) return
    const box = page.current?.getBoundingClientRect()
    if (box !== undefined && box.top > window.innerHeight * 0.6) page.current?.scrollIntoView({ block: 'start' })
  }, [chosen, making])
  const asked = useQuery(ask.groups.tree.queryOptions({ input: {} }))
  const groups = asked.data?.groups
  if (groups === undefined) return <Waiting trouble={asked.error} />
  const group = groups.find(({ id }) => id === chosen)
  const made = (id: number) => {
    setMaking(false)
    setChosen(id)
  }
  return (
    <div className={classes.panes}>
      <nav aria-label={t('groups.tree')}>
        <Button variant="default" leftSection={<Icon name="plus" size={16} />} onClick={() => setMaking(true)}>
          {t('groups.new')}
        </Button>
        <Tree groups={groups} chosen={chosen} onChoose={setChosen} />
      </nav>
      <div ref={page} className={classes.page}>
        {making && <GroupForm groups={groups} onDone={made} onLeave={() => setMaking(false)} />}
        {group !== undefined ? (
          <GroupPage key={group.id} group={group} groups={groups} onChoose={setChosen} />
        ) : groups.length === 0 && !making ? (
          <FirstStep title={t('groups.empty')} text={t('groups.emptyHelp')} />
        ) : (
          !making && <p className={classes.quiet}>{t('groups.choose')}</p>
        )}
      </div>
    </div>
  )
}

function Tree({
  groups,
  chosen,
  onChoose,
}: {
  readonly groups: readonly GroupNode[]
  readonly chosen: number | undefined
  readonly onChoose: (id: number) => void
}) {
  const { t, number } = useWords()
  return (
    <ul className={classes.tree}>
      {treeOrder(groups).map(({ id, depth, name, kind, closed, present, presentBelow }) => (
        <li key={id} style={{ paddingLeft: `${depth * 1.25}rem` }}>
          <button type="button" className={classes.node} aria-current={id === chosen} onClick={() => onChoose(id)}>
            <span className={classes.nodeName}>
              {name} <span className={classes.quiet}>{t(groupKindKeys[kind]).toLowerCase()}</span>
              {closed !== '' && <span className={classes.quiet}>, {t('groups.closedSince', { day: closed })}</span>}
            </span>
            <span className={classes.quiet}>
              {presentBelow > present
                ? t('groups.countBelow', { present: number(present), below: number(presentBelow) })
                : number(present)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
