/** Answers for the files that were made. */
import type { Papers } from '../kit/papers.ts'
import type { Answers } from '../kit/request.ts'
import type { papersRequests } from './papers.requests.ts'

export function papersAnswers(papers: Papers): Answers<typeof papersRequests> {
  return {
    read: ({ paper, offset }) => papers.read(paper, offset),
    discard: ({ paper }) => ({ discarded: papers.discard(paper) }),
  }
}
