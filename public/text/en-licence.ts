// The catalogue of licences. A file of its own, so that a page loads its own words alone.

export const licenceText = {
  intro: 'Paste the licence that you were given. It is checked on the box itself; nothing is sent anywhere else.',
  field: 'Licence',
  save: 'Save licence',
  checking: 'Checking the licence.',
  notNeeded: 'This box asks for no licence. Everything works.',
  saved: 'The licence is saved.',
  errors: {
    empty: 'Paste the licence first. It is one long line of letters and digits.',
    bad: 'This is not a licence for this box, or a part of it is missing. Copy all of it and paste it again.',
  },
} as const
