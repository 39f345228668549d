import { useQuery } from '@tanstack/react-query'
import { ask } from '../client.ts'

/** ISO 3166-1 code of the country the association posts from: left out of addresses and of its phone numbers. */
export function useHome(): string {
  return useQuery(ask.association.read.queryOptions({ input: {} })).data?.country ?? 'FR'
}
