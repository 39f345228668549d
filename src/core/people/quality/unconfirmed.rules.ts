/** Whom to ask whether their record still holds: the list that answers to the remark `unconfirmed`. */
import type { Criteria } from '../lists/criteria.requests.ts'
import { usualYears } from './remark.rules.ts'

/**
 * Members confirmed some years ago or, never confirmed, in the association since some years; whoever joined within the year
 * that makes the count is taken too, since the year alone is often all that is known.
 *
 * @param today `YYYY-MM-DD`.
 */
export function unconfirmedCriteria(today: string, years: number = usualYears): Criteria {
  const year = Number(today.slice(0, 4)) - years
  const until = ''
  return {
    all: [
      { field: 'status', values: ['member'] },
      {
        any: [
          { field: 'confirmed', op: 'before', value: `${year}${today.slice(4)}`, until },
          {
            all: [
              { field: 'confirmed', op: 'unknown', value: '', until },
              { field: 'joined', op: 'before', value: String(year + 1), until },
            ],
          },
        ],
      },
    ],
  }
}
