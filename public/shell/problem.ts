// What to say when the box refuses or is away. A page says its own words for what only it can be refused.

import { text } from '../text/text.ts'
import { sayWait } from '../ui/format.ts'
import type { Problem } from './api.ts'

const { errors } = text.shell

type OwnWords = Partial<Record<Problem['code'], string>>

export function sayProblem(problem: Problem, own: OwnWords = {}): string {
  const words = own[problem.code]
  if (words !== undefined) return words
  if (problem.code === 'unreachable') return errors.unreachable
  if (problem.code === 'logged-out') return errors.loggedOut
  if (problem.code === 'too-many-attempts') return errors.tooManyAttempts(sayWait(problem.waitS))
  if (problem.code === 'busy') return errors.busy
  return errors.unexpected
}
