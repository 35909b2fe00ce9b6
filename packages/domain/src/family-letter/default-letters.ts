import type { LetterStage } from './letter-stage.ts'

const reach = `You can phone me on {phone}. Somebody you trust can phone for you.`
const close = `{key worker}
Your key worker`

/**
 * The letters an area begins with, in English. They are this product's own words, not those of a national form: an area
 * reads them, changes them and answers for them. Square brackets hold what only whoever writes can know.
 */
export const defaultLetters: Readonly<Record<LetterStage, string>> = {
  'first-contact': `Dear {parent’s name}

I am very sorry that {child’s first name} died.

My name is {key worker}. I am your key worker. If you have questions about what happens now, I am the person you can ask.

By law, the death of every child is reviewed. People from health, social care and other services look at what happened, and at whether anything can be learned that may help other children. This is called a child death review. It does not look for somebody to blame.

With this letter is a leaflet called “When a Child Dies”. It says what happens in a review and where to find support. You can read it now, later, or not at all.

You do not have to do anything. The review does not need your permission, and parents do not go to its meetings. But what you know and what you want to ask matter. If there is something you want to ask, or want the people in the review to know, you can tell me. I write it down in your own words.

${reach}

If you do not want letters about the review, tell me. If there are days on which you do not want to hear from me, tell me those too.

${close}`,

  'before-review-meeting': `Dear {parent’s name}

I am writing about the review of {child’s first name}’s death.

The people who cared for {child’s first name} are going to meet and talk about what happened. {next date}

Parents do not go to this meeting, but your questions can be asked there. You can ask about anything: the care {child’s first name} had, what was done, and what was not done. No question is too small.

If there is something you want to ask or to say, you can tell me in your own words. Some questions may not have an answer yet. Some may never have one.

${reach}

${close}`,

  'after-review-meeting': `Dear {parent’s name}

I am writing about the review of {child’s first name}’s death.

The people who cared for {child’s first name} have met and talked about what happened.

{answers}

[What the meeting can say to this parent, in plain words]

You may want to talk about this, now or later, or not at all. You can also ask something new at any time.

${reach}

The review goes on. A panel of people who did not care for {child’s first name} looks at it next. {next date}

${close}`,

  'before-panel': `Dear {parent’s name}

I am writing about the review of {child’s first name}’s death.

A panel looks at the deaths of all children in this area, to learn from them. It is going to look at {child’s first name}’s death too. {next date}

The people on the panel did not care for {child’s first name}. What they read does not name {child’s first name} or you. Parents do not go to the panel.

If there is something you want to ask or want the panel to know, you can tell me. You do not have to.

${reach}

${close}`,

  'after-panel': `Dear {parent’s name}

I am writing about the review of {child’s first name}’s death.

The panel has looked at it.

{answers}

[What the panel found that can be said to this parent, in plain words]

This may be hard to read. You can talk to me about it, now or later. You can also ask something new at any time, after the review has ended too.

${reach}

${close}`,

  'later-news': `Dear {parent’s name}

There is something new about the review of {child’s first name}’s death.

{answers}

[What is new, in plain words]

You can ask me about this, now or later.

${reach}

${close}`,

  'after-avoided-date': `Dear {parent’s name}

I did not want to write to you around a day that may be hard for you. I am writing now.

This is about the review of {child’s first name}’s death.

{answers}

[What there is to say, in plain words]

${reach}

${close}`,
}
