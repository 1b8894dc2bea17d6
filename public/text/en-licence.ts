// The catalogue of licences. A file of its own, so that a page loads its own words alone.

export const licenceText = {
  intro: 'Paste the licence that you were given. It is checked on the box itself; nothing is sent anywhere else.',
  field: 'Licence',
  save: 'Save licence',
  checking: 'Checking the licence.',
  notNeeded: 'This box asks for no licence. Everything works.',
  missing: 'There is no licence yet. It is needed to start a Baby Station.',
  valid: (name: string | undefined, until: string) =>
    name === undefined ? `The licence is valid until ${until}.` : `The licence of ${name} is valid until ${until}.`,
  grace: (ended: string, until: string) =>
    `The licence ended on ${ended}. Everything goes on working until ${until}. Paste a new one before then.`,
  expired: (ended: string) =>
    `The licence ended on ${ended}. What is running goes on; a new Baby Station needs a new licence.`,
  paste: 'Paste a licence',
  saved: 'The licence is saved.',
  errors: {
    empty: 'Paste the licence first. It is one long line of letters and digits.',
    bad: 'This is not a licence for this box, or a part of it is missing. Copy all of it and paste it again.',
  },
} as const
