// What a licence’s state means, and where to change it. Apart from the page of licences: home and the Baby Station say it too.

export const licenceStateText = {
  missing: 'There is no licence yet. It is needed to start a Baby Station.',
  valid: (name: string | undefined, until: string) =>
    name === undefined ? `The licence is valid until ${until}.` : `The licence of ${name} is valid until ${until}.`,
  grace: (ended: string, until: string) =>
    `The licence ended on ${ended}. Everything goes on working until ${until}. Paste a new one before then.`,
  expired: (ended: string) =>
    `The licence ended on ${ended}. What is running goes on; a new Baby Station needs a new licence.`,
  paste: 'Paste a licence',
} as const
