/**
 * What other features show on the page of a record. To add one: write a component that takes `PanelProps`, shows nothing
 * when it has nothing to say, and name it here; nothing else changes.
 */
import type { ComponentType } from 'react'
import type { Contact } from '../../../core/people/people.requests.ts'
import { ConsentPanel } from '../consents/ConsentPanel.tsx'
import { DuesPanel } from '../dues/DuesPanel.tsx'
import { ReceiptsPanel } from '../dues/ReceiptsPanel.tsx'
import { RecordHistory } from '../history/RecordHistory.tsx'
import { HouseholdPanel } from '../households/HouseholdPanel.tsx'
import { MailPanel } from '../households/MailPanel.tsx'
import { LettersPanel } from '../letters/LettersPanel.tsx'

export type PanelProps = { readonly contact: Contact }

/** Under the sections of the record, in this order: each begins with `Section` (RecordSection.tsx). */
export const panelsBelow: readonly ComponentType<PanelProps>[] = [
  HouseholdPanel,
  DuesPanel,
  ReceiptsPanel,
  MailPanel,
  LettersPanel,
  ConsentPanel,
]

/** Beside the record, under the photo. */
export const panelsBeside: readonly ComponentType<PanelProps>[] = [({ contact }) => <RecordHistory id={contact.id} />]
