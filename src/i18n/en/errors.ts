/** Each says what happened, and what one can do now. */
export const errors = {
  not_found: {
    title: 'This page does not exist',
    text: 'The address may be mistyped or out of date, or the page belongs to a space you have no access to.',
    next: 'Check the address, go back, or begin again from the start page.',
  },
  wrong_certificate: {
    title: 'You cannot open this space with this certificate',
    text: 'It is bound to the certificates of one company.',
    next: '“Manage my spaces” says which one. Sign in with it.',
  },
  forbidden: {
    title: 'You may not do this here',
    text: 'Your role in this space does not allow what you asked for.',
    next: 'Ask the administrator of the space, or go back to your spaces.',
  },
  whoGrants: (names: string) => `Whoever administers the space can give you the right: ${names}.`,
  cross_site: {
    title: 'This request did not come from the portal',
    text: 'For your safety we only accept forms that were sent from our own pages. Nothing has been changed.',
    next: 'Open the page again here in the portal and repeat what you wanted to do.',
  },
  signed_out: {
    title: 'Please sign in',
    text: 'This page is only for people who are signed in. Nothing has been changed.',
    next: 'We could not keep what you typed here. Sign in in a new tab, then come back to this one and reload it: your browser sends it once more.',
  },
  session_over: {
    title: 'Your session is over',
    text: 'You were signed out because nothing happened for a while, or because the session had reached its longest time. What you sent last has not been carried out.',
    next: 'We could not keep what you typed here. Sign in in a new tab, then come back to this one and reload it: your browser sends it once more.',
  },
  not_fresh: {
    title: 'Please confirm first that it is you',
    text: 'This asks for a certificate presented just now. Nothing has been changed, and what you sent was too long to be kept here.',
    next: 'Confirm in a new tab, then come back to this one and reload it: your browser sends what you typed once more.',
  },
  own_account: {
    title: 'This may be your own account or request',
    text: 'You cannot work on your own account, or on what you asked for yourself: number, e-mail address or name are yours, or very like yours. Nothing has been changed, and the attempt is recorded.',
    next: 'Please leave it to a colleague.',
  },
  sign_in_cancelled: {
    title: 'Signing in was cancelled',
    text: 'You are not signed in. Nothing has been saved or passed on.',
    next: 'Try again when you like, or read what you need in order to sign in.',
  },
  conflict: {
    title: 'This has been changed meanwhile',
    text: 'Somebody else, or you in another window, changed the same thing. Nothing has been overwritten.',
    next: 'Open the page again, look at what is there now, and repeat your change.',
  },
  gone: {
    title: 'This is no longer here',
    text: 'The link has been used already, has expired, or what it led to has been deleted.',
    next: 'Begin again from the start page or from your spaces.',
  },
  invalid: {
    title: 'We could not use these entries',
    text: 'Something in what you sent is missing or has the wrong form.',
    next: 'Go back and check what you entered.',
  },
  bad_request: {
    title: 'We did not understand this request',
    text: 'The address or what was sent with it is damaged. Nothing has been changed.',
    next: 'Go back and try again, or begin again from the start page.',
  },
  too_large: {
    title: 'That was too much at once',
    text: 'What you sent is larger than we can accept. Nothing has been saved.',
    next: 'Go back with your browser: what you typed is still there. Shorten the longest texts and send again.',
  },
  too_many: {
    title: 'Too many requests',
    text: 'In the last minute we received more requests from your connection than we can accept.',
    next: 'Wait a minute and then try again. What you saved is safe.',
  },
  unexpected: {
    title: 'Something went wrong on our side',
    text: 'An error has occurred that is not your fault. We have recorded it. What was saved before is safe.',
    next: 'Try again in a few minutes. If it happens again, tell the helpdesk the number below.',
  },
  unavailable: {
    title: 'This is not available just now',
    text: 'A part of the portal cannot be reached at the moment. What was saved before is safe.',
    next: 'Try again in a few minutes.',
  },
  maintenance: {
    title: 'We are working on the portal',
    text: 'The portal is closed for a short time for maintenance. Your spaces and dossiers are safe.',
    next: 'Please come back later. In urgent cases turn to the authority directly.',
  },
  reference: 'Number of this error',
  toStart: 'To the start page',
  toSpaces: 'Manage my spaces',
  toQueue: 'To what waits',
  toHelp: 'Help with signing in',
  signIn: 'Sign in',
  confirm: 'Confirm that it is you',
  tryAgain: 'Try again',
  helpdesk: 'Helpdesk',
}
