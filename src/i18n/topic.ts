/** A page of help: sections of paragraphs, perhaps a list. Adding a topic is adding its text in each language. */
export type Section = { heading: string; text: string[]; list: string[] }
export type Topic = { title: string; summary: string; sections: Section[] }
