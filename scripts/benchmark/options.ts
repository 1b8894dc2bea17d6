// What is asked of scripts/bench. Pure.

import { parseArgs } from 'node:util'

export interface Options<Part extends string> {
  readonly parts: readonly Part[]
  readonly json: boolean
  /** How often each figure is taken; undefined leaves it to the part. */
  readonly runs: number | undefined
  /** Of the hour that the recording should last. */
  readonly minutes: number
  /** In which figures are kept from one call to the next; a part that is measured again takes the place of the former. */
  readonly keep: string | undefined
}

/** @throws when something is asked for that there is not; the message is for whoever asked. */
export function readOptions<Part extends string>(args: readonly string[], parts: readonly Part[]): Options<Part> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      runs: { type: 'string' },
      minutes: { type: 'string', default: '60' },
      keep: { type: 'string' },
    },
  })
  const wanted = positionals.map((name) => {
    const part = parts.find((one) => one === name)
    if (part === undefined) throw new Error(`There is no "${name}" to measure, only ${parts.join(', ')}.`)
    return part
  })
  return {
    parts: wanted.length === 0 ? parts : wanted,
    json: values.json,
    runs: values.runs === undefined ? undefined : positive('runs', values.runs, true),
    minutes: positive('minutes', values.minutes, false),
    keep: values.keep,
  }
}

function positive(name: string, text: string, isWhole: boolean): number {
  const number = Number(text)
  if (number > 0 && (Number.isInteger(number) || !isWhole)) return number
  throw new Error(`--${name} is ${text}; it must be a ${isWhole ? 'whole ' : ''}number above 0.`)
}
