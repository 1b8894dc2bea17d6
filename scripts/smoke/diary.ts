// What a Parent Station claimed, and when: a journey brings about a fault and reads afterwards how soon it was said.

import { until } from './wait.ts'
import type { Phone } from './phone.ts'

export interface Diary {
  /** Milliseconds from `sinceMs`, as Date.now() has it, until the status was another one than "Live". */
  notLive(sinceMs: number, withinMs: number): Promise<number>
  /** The same until a sentence was on the page. */
  says(sentence: string, sinceMs: number, withinMs: number): Promise<number>
  /** For how long it was called something else since then, up to the last time that it was called live again. */
  gapMs(sinceMs: number): Promise<number>
}

interface Entry {
  readonly atMs: number
  readonly status: string
  readonly words: string
}

declare global {
  interface Window {
    diary: Entry[]
  }
}

/** What is late because the machine is busy: looking is, too. */
const slackMs = 3000

export async function keepDiary(phone: Phone): Promise<Diary> {
  await phone.page.evaluate(() => {
    window.diary = []
    const write = (): void => {
      const status = document.querySelector('[role="status"]')?.textContent ?? ''
      const words = document.body.textContent ?? ''
      window.diary.push({ atMs: Date.now(), status, words })
      if (window.diary.length > 500) window.diary.shift()
    }
    new MutationObserver(write).observe(document.body, { subtree: true, childList: true, characterData: true })
    write()
  })
  const find = async (
    what: string,
    [kind, sinceMs, sentence]: readonly ['status' | 'words', number, string],
    withinMs: number,
  ): Promise<number> => {
    const atMs = await until(
      `${phone.label} ${what}`,
      () =>
        phone.page.evaluate(
          (wanted, fromMs, text) =>
            window.diary.find(
              ({ atMs: when, status, words }) =>
                when >= fromMs && (wanted === 'status' ? status !== text : words.includes(text)),
            )?.atMs ?? null,
          kind,
          sinceMs,
          sentence,
        ),
      (found) => found !== null,
      withinMs + slackMs,
    )
    return (atMs ?? Infinity) - sinceMs
  }
  return {
    notLive: (sinceMs, withinMs) => find('is not called live', ['status', sinceMs, 'Live'], withinMs),
    gapMs: (sinceMs) =>
      phone.page.evaluate((fromMs) => {
        const entries = window.diary.filter(({ atMs }) => atMs >= fromMs)
        const first = entries.findIndex(({ status }) => status !== 'Live')
        const again = entries.findIndex(({ status }, index) => index > first && status === 'Live')
        return first === -1 || again === -1 ? 0 : (entries[again]?.atMs ?? 0) - (entries[first]?.atMs ?? 0)
      }, sinceMs),
    says: (sentence, sinceMs, withinMs) => find(`says "${sentence}"`, ['words', sinceMs, sentence], withinMs),
  }
}
