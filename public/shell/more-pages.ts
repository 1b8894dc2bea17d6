// Everything that is opened seldom, in one piece: each piece of its own would cut what the stations share into smaller ones, which
// compress worse.

export { createAccountPage } from '../account/page.ts'
export { createSignIn } from '../account/sign-in.ts'
export { createFindPage } from '../finding/page.ts'
export { createAddPhonePage } from '../joining/add-phone.ts'
export { createGuestsPage } from '../joining/guests.ts'
export { createJoinPage } from '../joining/join.ts'
export { sayNewcomers } from '../joining/newcomers-notice.ts'
export { createLicencePage } from '../licence/page.ts'
