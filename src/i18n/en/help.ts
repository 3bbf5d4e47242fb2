import type { Topic } from '../topic.ts'

const certificates: Topic = {
  title: 'Certificates and signing in',
  summary: 'Which certificate you need, how signing in works, and what to do without a certificate.',
  sections: [
    {
      heading: 'What a certificate is',
      text: [
        'A certificate is your electronic identity card: on an identity card, a smart card or a stick, or in an app on your phone. It proves to the portal who you are.',
        'There are two types. A Private certificate names you as a person. A Professional certificate also names the company that mandated you.',
      ],
      list: [],
    },
    {
      heading: 'How to sign in',
      text: ['Signing in takes less than a minute.'],
      list: [
        'Choose “Sign in” and then the kind of certificate you have.',
        'Follow your browser or your provider: choose the certificate and enter its PIN. The portal never sees the PIN.',
        'The first time, we show you the names from the certificate and ask for your national identification number and an e-mail address.',
        'Confirm the e-mail address with the link we send you. It is valid for 24 hours and can be sent again.',
      ],
    },
    {
      heading: 'No certificate?',
      text: [
        'You need one to use a space. It is issued by a trust service provider, often together with an identity card; ask your municipality, your bank or your employer.',
        'You can read all pages on procedures and all help without signing in, and you can reach the helpdesk without a certificate.',
      ],
      list: [],
    },
    {
      heading: 'Several certificates',
      text: [
        'You have at most one private space, whichever certificate you use. Once a certificate has been registered for you, it opens the same private space; a Professional certificate does so too.',
        'To register a further one, open “My certificates” in your account and present it there. Or sign in with it first and choose “I already have an account”: you then present a registered certificate, or enter an activation code that you have shown in your account.',
        'The names in it must be yours. Accents, capitals, hyphens, apostrophes and the order of names do not matter; umlauts may be spelt out and Greek letters transcribed; given names may be missing. If they differ otherwise, the helpdesk settles it with you.',
        'A renewed certificate of the same provider is recognised by itself.',
      ],
      list: [],
    },
    {
      heading: 'Signing in does not work',
      text: ['Please check these points first:'],
      list: [
        'Is the card or the stick plugged in, and is the software of your provider running?',
        'Has the certificate expired or been revoked? Your provider tells you how to renew it.',
        'Did you cancel the choice of the certificate? Close all windows of the browser, open it again and repeat.',
        'Did you choose the wrong certificate? On the sign-in page you can choose another one.',
      ],
    },
  ],
}

const spaces: Topic = {
  title: 'Private and business spaces',
  summary: 'What a space is for, how to create one, and how the two kinds are kept apart.',
  sections: [
    {
      heading: 'What a space is',
      text: [
        'A space is a safe place for your dossiers and your data. What you entered once fills the next form.',
        'There are two kinds: one private space per person, and business spaces for companies, associations and self-employed activities.',
        'A private procedure runs only in the private space, a business procedure only in a business space. Colour, icon, name and code at the top of each page tell you where you are.',
      ],
      list: [],
    },
    {
      heading: 'Create a private space',
      text: ['You can have one. You create it with any of your certificates.'],
      list: [
        'Open “Manage my spaces” and choose “Create my private space”.',
        'If you like, take over the data from your certificate.',
        'Enter your personal data. Fields with an asterisk are mandatory; all others may stay empty.',
        'Choose “Confirm”.',
      ],
    },
    {
      heading: 'Create a business space',
      text: [
        'A Private certificate is enough. With a Professional certificate the name and identifier of the company come from the certificate and count as verified.',
      ],
      list: [
        'Open “Manage my spaces” and choose “Create a business space”.',
        'Say in which capacity you act for the company.',
        'Enter the data of the company.',
        'Choose “Confirm”.',
      ],
    },
    {
      heading: 'Switch between spaces',
      text: [
        'Choose “Switch space” at the top of the page. You can work in two spaces at once in two windows of your browser: each window stays in its own space.',
      ],
      list: [],
    },
    {
      heading: 'Close a space',
      text: [
        'You can close a space that holds no dossiers. It then no longer counts towards the limit. For 30 days you can undo it under “Manage my spaces”.',
      ],
      list: [],
    },
  ],
}

const sharing: Topic = {
  title: 'Share a business space',
  summary: 'How colleagues are invited, which certificate they need, and who may do what.',
  sections: [
    {
      heading: 'Which spaces can be shared',
      text: [
        'A business space that was created with a Professional certificate: it proves for which company you act. One created with a Private certificate has one user, and so has the private space.',
      ],
      list: [],
    },
    {
      heading: 'Invite a colleague',
      text: ['Administrators of the space invite, on its page “Users”.'],
      list: [
        'Enter the name as it stands in the certificate, and an e-mail address.',
        'Choose a role: reader, manager or administrator.',
        'If you want to be sure, enter the number of the certificate: then only that one can accept.',
        'Your colleague opens the link in the mail, signs in, says in which capacity they act, and accepts.',
      ],
    },
    {
      heading: 'You were invited',
      text: [
        'Open the link in the mail and sign in. If your certificate is new here, you register it first and come back to the invitation by yourself. The invitation also waits under “Manage my spaces”.',
        'The link works once and for 14 days. Nobody else can do anything with it.',
      ],
      list: [],
    },
    {
      heading: 'Two administrators are better than one',
      text: [
        'A space always has at least one administrator. Appoint a second one: if you lose your certificate or leave the company, the space can still be managed.',
        'If a user comes in with one certificate only and it expires, they renew it with their provider: the renewed one is recognised by itself. If that is not possible, another administrator removes them and invites them anew.',
        'The certificate on which a space depends, because no other lets an administrator in, cannot be removed from the account. If it has expired for good or is lost, the helpdesk helps: the operator of the portal then opens the space to another certificate of yours, after checking who you are.',
      ],
      list: [],
    },
    {
      heading: 'Who did what',
      text: [
        'Administrators read under “Activity in this space”, on the page “Users”, what happened in the space and who did it. Who joined, whose role was changed and that a space was closed is told by mail.',
      ],
      list: [],
    },
  ],
}

const limit: Topic = {
  title: 'How many business spaces you can have',
  summary: 'Up to {limit} business spaces per person; the helpdesk can raise the limit.',
  sections: [
    {
      heading: 'The limit',
      text: [
        'You can create up to {limit} business spaces, whichever certificates you use. “Manage my spaces” shows how many you have used.',
        'Only spaces that you created and have not closed count.',
      ],
      list: [],
    },
    {
      heading: 'When you need more',
      text: ['You have two possibilities:'],
      list: [
        'Close a business space that is empty and that you no longer need.',
        'Ask the helpdesk to raise the limit for you. Say how many spaces you need and what for.',
      ],
    },
  ],
}

const data: Topic = {
  title: 'Your data and the forms',
  summary: 'How your data fills forms, where it comes from, and how to submit.',
  sections: [
    {
      heading: 'Entered once, used again',
      text: [
        'What you enter under “My data” or “Company data” fills the forms of the procedures by itself. Next to each group of fields you see where the data came from.',
        'A tick means: confirmed by your certificate or by a public register. Such values cannot be changed in the form. What you typed yourself has no tick.',
        'Only some fields are mandatory, but the more you fill in, the less you type later. “My data” shows which missing fields would help in how many procedures.',
      ],
      list: [],
    },
    {
      heading: 'You decide',
      text: [
        'Under “My data” you can switch off for each space that its data fills forms.',
        'What you change in a form does not change your data. Before submitting, you may take over individual changes into your data.',
        'Each change to your data is kept, with who made it and when.',
      ],
      list: [],
    },
    {
      heading: 'Save and resume later',
      text: [
        'With JavaScript a form is saved while you type; next to the buttons you see when. Without JavaScript it is saved with each step. “Resume later” brings you back to the list of dossiers.',
        'If the same dossier is changed in two windows, nothing is overwritten: you see both versions and choose.',
      ],
      list: [],
    },
    {
      heading: 'Documents',
      text: [
        'Under “My documents” you keep files that authorities ask for: PDF and pictures. A form that asks for one lets you choose from them or upload another; what you upload there is kept too.',
        'The portal stores them encrypted. Each shows where it is used and who opened it.',
        'A deleted document can no longer be opened or chosen. What you have submitted stays exactly as it was, with its documents.',
      ],
      list: [],
    },
    {
      heading: 'Submit',
      text: [
        'On the last page you check everything. With “Submit” your answers go to the authority and can no longer be changed. You receive a reference, and the dossier shows every further step.',
        'You may delete a dossier as long as it is in preparation.',
      ],
      list: [],
    },
  ],
}

const technical: Topic = {
  title: 'Technical help',
  summary: 'Browsers, sessions, and what to do when something does not work.',
  sections: [
    {
      heading: 'What you need',
      text: [
        'An up-to-date browser such as Firefox, Chrome, Edge or Safari, on a computer, tablet or phone. Cookies must be allowed. JavaScript makes some things more convenient, but everything works without it.',
      ],
      list: [],
    },
    {
      heading: 'When the session ends',
      text: [
        'For your safety you are signed out after {idle} minutes without activity, and after {hours} hours in any case. A few minutes before, a message asks whether you want to stay signed in.',
        'On a computer that others use too: sign out when you are done, and close the browser.',
      ],
      list: [],
    },
    {
      heading: 'When a page reports an error',
      text: [
        'Every error page says what happened and what you can do. If it shows a number, tell it to the helpdesk: with it we find the cause. What had been saved before is safe.',
      ],
      list: [],
    },
    {
      heading: 'Display and print',
      text: [
        'The pages follow the settings of your device: light or dark, larger text, high contrast. You can enlarge them to 400 per cent. Every page can be printed.',
      ],
      list: [],
    },
  ],
}

export const help = {
  title: 'Help',
  lead: 'Short answers to what people ask most often. You need not be signed in to read them.',
  topics: { certificates, spaces, sharing, limit, data, technical },
  otherTopics: 'Other topics',
  accepted: 'Certificates this portal accepts',
  asking: 'Your question was not answered?',
  askingText:
    'The helpdesk supports you with certificates, spaces and forms. It sees accounts, never the contents of your spaces.',
  toContact: 'Contact',
  contact: {
    title: 'Contact',
    lead: 'You can reach us without signing in.',
    helpdesk: 'Helpdesk',
    email: 'E-mail',
    phone: 'Telephone',
    none: 'The operator of this portal has not given any contact of the helpdesk.',
    noSecrets:
      'Please never tell us the PIN of your certificate, and send no documents by e-mail. For questions about a dossier, give its reference.',
    error: 'If an error page shows a number, please give it too.',
    procedure: 'A question about a procedure?',
    procedureText: 'Every procedure names the authority that is responsible and whom to ask there.',
    toProcedures: 'See the procedures',
    helpFirst: 'Perhaps the answer is here already',
  },
}
