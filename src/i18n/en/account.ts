/** What belongs to the person rather than to a space: sessions, and what was done. */
export const account = {
  sessions: {
    title: 'My sessions',
    lead: 'Here you see where you are signed in. End what you do not know or no longer need.',
    current: 'This device',
    device: (browser: string, system: string) => `${browser} on ${system}`,
    unknownDevice: 'Unknown device',
    certificate: 'Certificate',
    assurance: 'Assurance level',
    begun: 'Signed in',
    lastUsed: 'Last used',
    end: 'End',
    endOthers: 'End all other sessions',
    onlyThis: 'You are signed in nowhere else.',
    ended: 'Done. Whoever used it is signed out.',
  },
  /** Before acts that matter. */
  confirm: {
    title: 'Confirm that it is you',
    lead: (n: number) =>
      `For your safety, this asks for your certificate once more when you last presented it more than ${n === 1 ? 'one minute' : `${n} minutes`} ago.`,
    leadAssurance:
      'This asks for a more secure way of signing in than the one you used. Present your certificate in one of these ways.',
    otherPersonTitle: 'That was not one of your certificates',
    otherPerson:
      'You are still signed in as before. Choose one of your own certificates; they are listed on this page.',
    present: 'Present my certificate',
    none: 'No way of signing in on this portal is secure enough for this. Please contact the helpdesk.',
    cancel: 'Cancel and go back',
    next: 'What happens next',
    steps: [
      'You present one of your registered certificates.',
      'You come back to where you were. What you entered is still there.',
      'You press the button again. Nothing is done by itself.',
    ],
    which: 'Your certificates',
  },
  /** Forms that were sent in vain. */
  parked: {
    title: 'Not sent yet',
    notSent:
      'What you entered is still here. It has not been sent yet: look through it, then press the button again.',
    toForm: 'Go to the form',
    discard: 'Discard it',
    goneTitle: 'What you had entered is no longer kept',
    goneText:
      'It was sent or discarded meanwhile, 15 minutes have passed, or somebody else entered it. You see the page as it is now.',
    pageTitle: 'This has not been sent yet',
    pageText:
      'You were about to send something when you had to present your certificate. Nothing has been done so far. Send it now, or discard it.',
    send: 'Send it now',
  },
  activity: {
    title: 'Activity',
    lead: 'What was done with your account, newest first.',
    none: 'Nothing yet',
    noneText: 'What you do with your account appears here.',
    older: 'Show older',
    notYou: 'Was something of this not you? End the other sessions and contact the helpdesk.',
    acts: {
      'session.opened': 'Signed in',
      'session.ended': 'Session ended',
      'sign_in.refused':
        'Sign-in refused: the certificate had expired or been revoked, or could not be checked',
      'confirmation.refused': 'Confirmation refused: not one of your certificates',
      'confirmation.elsewhere': 'Your certificate was presented to confirm somebody else’s account; refused',
      'certificate.registered': 'Certificate registered',
      'certificate.removed': 'Certificate removed',
      'certificate.refused': 'Certificate not registered; it waits for the helpdesk',
      'certificate.renewed': 'Renewed certificate recognised',
      'certificate.changed': 'Changed data of a certificate taken over',
      'activation_code.made': 'Activation code shown',
      'recovery.approved': 'New certificate asked for after loss: approved by the helpdesk',
      'recovery.cancelled': 'New certificate asked for after loss: stopped',
      'recovery.completed': 'New certificate asked for after loss: completed',
      'recovery.refused': 'New certificate asked for after loss: refused by the helpdesk',
      'person.registered': 'Account opened',
      'person.number_given': 'National identification number given',
      'person.number_taken_back': 'National identification number taken back',
      'email.change_requested': 'New e-mail address given',
      'email.confirmed': 'E-mail address confirmed',
      'space.opened': 'Space created',
      'space.closed': 'Space closed',
      'space.reopened': 'Space reopened',
      'space.denied': 'Space not found or not open to you',
      'profile.changed': 'Data changed',
      'takeout.made': 'Data taken out',
      'dossier.started': 'Dossier begun',
      'dossier.deleted': 'Dossier deleted',
      'dossier.submitted': 'Dossier submitted',
    },
  },
}
