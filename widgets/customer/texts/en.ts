/** Every word that the chat shows or announces, in English: each other language has the same keys. */

/** One sentence for each way in which a language counts; `{count}` is the number. */
export type Plural = { readonly other: string } & { readonly [form in Intl.LDMLPluralRule]?: string };

/** What a language file holds. A text keeps the placeholders of the English one, such as `{name}`. */
export type Texts = { readonly [key in keyof typeof en]: (typeof en)[key] extends string ? string : Plural };

const en = {
  // The launcher, and the frame
  open: "Open chat",
  close: "Close chat",
  chat: "Chat",
  unread: { one: "{count} new message", other: "{count} new messages" } as Plural,
  aiFirst: "An AI answers first",
  log: "Conversation",

  // Who speaks; `somebody` stands where an operator has no name
  you: "You",
  assistant: "Assistant",
  somebody: "A member of our team",
  notice: "Notice",

  // Writing
  message: "Your message",
  send: "Send",
  stop: "Stop",
  tooLong: "Please use at most {max} characters.",
  sending: "Sending…",
  waiting: "Will be sent when you are online",
  failed: "Not sent",
  retry: "Try again",

  // Reading
  writing: "{name} is writing…",
  withdrawn: "That answer was taken back.",
  held: "A member of our team is checking this answer first.",
  newMessages: "New messages",
  earlier: "Earlier messages",
  newTab: "opens in a new tab",
  sources: "Sources",

  // What the customer thinks of an answer
  helpful: "Helpful",
  notHelpful: "Not helpful",
  comment: "What could be better? (optional)",
  thanks: "Thank you for your feedback.",

  // A person
  person: "Talk to a person",
  personWhy: "We will connect you with a member of our team.",
  email: "E-mail (optional)",
  emailWhy: "In case you have to leave before we answer.",
  handoff: "Waiting for a member of our team…",
  outOfHours: "Our team is not here right now. We will answer as soon as we can, or you can write to {contact}.",
  reach: "You can also write to {contact}.",
  joined: "{name} has joined the chat.",
  returned: "The assistant is answering again.",
  resolved: "This request is closed. You can write again at any time.",

  // When something is in the way
  unavailable: "The assistant is not available.",
  offline: "You are offline.",
  reconnecting: "Reconnecting…",
  rateLimited: "Please wait until {time}.",
  reload: "Please reload the page to continue.",
  wrong: "Something went wrong. Please try again.",
  ended: "This chat has ended.",
  again: "Start a new chat",

  // The menu
  menu: "More options",
  back: "Back",
  cancel: "Cancel",
  privacy: "Privacy",
  myData: "My data",
  transcript: "Download this conversation",
  download: "Download my data",
  erase: "Delete my data",
  eraseWhy: "Your conversations and everything we store about you here will be deleted. This cannot be undone.",
  eraseYes: "Delete everything",
  erased: "Your data has been deleted. Please keep the receipt.",
  receipt: "Save the receipt",
};

export default en;
