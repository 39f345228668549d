/** Orders from a screen: sent, said, undone. */
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { client } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { actWords } from '../register/act-words.ts'
import { placeOfAct } from './place-of-act.ts'
import { troubleOf, troubleWords } from './refusals.ts'
import { go } from './route.ts'
import { UndoOffer } from './UndoOffer.tsx'
import { whileUndoing } from './undoing.ts'

const latest = 'latest-act'

/** One act is told at a time, the latest: those before it are taken back at the foot of the window. */
function tell(message: ReactNode, closeWords: string): void {
  notifications.hide(latest)
  notifications.show({
    id: latest,
    message,
    autoClose: 10_000,
    closeButtonProps: { 'aria-label': closeWords },
  })
}

/** Says a trouble at the foot of the window, for what has no field to stand beside. */
export function useTroubleNote(): (thrown: unknown) => void {
  const words = useWords()
  return (thrown) => {
    const trouble = troubleOf(thrown)
    if (trouble.kind === 'cancelled') return
    notifications.show({
      title: words.t(trouble.kind === 'refused' ? 'trouble.refusedTitle' : 'trouble.faultTitle'),
      message: troubleWords(trouble, words),
      color: 'orange',
      autoClose: 12_000,
      closeButtonProps: { 'aria-label': words.t('action.close') },
    })
  }
}

/** Taking back, or doing again: which of the two undoing an act of the journal amounts to. */
export type Way = 'undo' | 'redo'

/** Undoes an act of the journal, and says so; undoing an undoing does it again, and is said to. */
export function useUndo(): (act: number, way?: Way) => Promise<void> {
  const queries = useQueryClient()
  const note = useTroubleNote()
  const words = useWords()
  const { t } = words
  const undo = (act: number, way: Way = 'undo'): Promise<void> => whileUndoing(() => answered(act, way))
  const answered = async (act: number, way: Way): Promise<void> => {
    const back = way === 'undo' ? 'redo' : 'undo'
    try {
      const answer = await client.history.undo({ act })
      const where = await client.history.where({ act: answer.act })
      const place = placeOfAct(where)
      const done = t(way === 'undo' ? 'undo.done' : 'undo.doneAgain')
      tell(
        <UndoOffer
          text={`${done} ${actWords({ name: where.name, subject: where.subject }, words)}`}
          {...(place === undefined ? {} : { onSee: () => go(place) })}
          again={back === 'redo'}
          onUndo={() => void undo(answer.act, back)}
        />,
        t('action.close'),
      )
    } catch (thrown) {
      note(thrown)
    }
    await queries.invalidateQueries()
  }
  return undo
}

const latestAct = async (): Promise<number | undefined> => (await client.history.list({ limit: 1 })).acts[0]?.id

/** Says what was just done, with the offer to undo the act it was, and lets every screen ask again, waiting for none. */
export function useDone(): (text: string, act: number | undefined) => void {
  const queries = useQueryClient()
  const { t } = useWords()
  const undo = useUndo()
  return (text, act) => {
    tell(act === undefined ? text : <UndoOffer text={text} onUndo={() => void undo(act)} />, t('action.close'))
    void queries.invalidateQueries()
  }
}

/** Orders go one after the other: which act an order left is read before and after it. */
const oneAtATime = { id: 'orders' }

/**
 * Sends an order, says what was done with the offer to undo it, and lets every screen ask again. It is over as soon as the
 * office has answered, so that the next key is taken at once; a form waits for the new facts (`WhenFresh`).
 * Where `done` says nothing, the screen itself shows what was done, and the foot of the window takes it back.
 * A refusal is shown at the foot of the window unless `refused` takes it.
 */
export function useOrder<I, A>(
  send: (input: I) => Promise<A>,
  options: {
    readonly done: (answer: A, input: I) => string | undefined
    readonly refused?: (thrown: unknown) => boolean
    /** The act is never undone: no undo is offered. */
    readonly forGood?: true
  },
) {
  const queries = useQueryClient()
  const note = useTroubleNote()
  const done = useDone()
  return useMutation({
    scope: oneAtATime,
    mutationFn: async (input: I) => {
      const before = await latestAct()
      const answer = await send(input)
      const after = await latestAct()
      // An order that changed nothing leaves no act to undo.
      return { answer, act: after === before ? undefined : after }
    },
    onSuccess: ({ answer, act }, input) => {
      const text = options.done(answer, input)
      if (text === undefined) void queries.invalidateQueries()
      else done(text, options.forGood ? undefined : act)
    },
    onError: (thrown) => {
      if (!options.refused?.(thrown)) note(thrown)
    },
  })
}
