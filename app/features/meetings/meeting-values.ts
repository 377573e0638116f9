import type { LocalisedText } from '#app/platform/localised-text.ts'
import { osloClock, osloDate } from '#app/platform/oslo-time.ts'
import type { MeetingForm, OtherForms } from './meeting.ts'
import { type ProgrammeItem, programmeText } from './programme.ts'

/** What stands in the form of a meeting: its fields, the round and the documents it is tied to. */
export type MeetingValues = MeetingForm &
  Record<keyof OtherForms, string> & { round: string; documents: readonly string[] }

type Stored = {
  meeting: {
    title: LocalisedText
    intro: LocalisedText
    startsAt: Date
    endsAt: Date
    place: LocalisedText | null
    streamUrl: string | null
    roundId: string | null
  }
  items: readonly ProgrammeItem[]
  inputs: readonly { receipt: string; senderName: string }[]
  documents: readonly string[]
}

/** A stored meeting as its form shows it: times as the clocks in Norway show them, lists as lines. */
export function storedValues({ meeting, items, inputs, documents }: Stored): MeetingValues {
  const { title, intro, place, startsAt, endsAt, streamUrl, roundId } = meeting
  return {
    ...{ titleNb: title.nb ?? '', titleNn: title.nn ?? '', introNb: intro.nb ?? '', introNn: intro.nn ?? '' },
    ...{ titleEn: title.en ?? '', titleSv: title.sv ?? '', introEn: intro.en ?? '', introSv: intro.sv ?? '' },
    ...{ placeEn: place?.en ?? '', placeSv: place?.sv ?? '' },
    ...{ date: osloDate(startsAt), from: osloClock(startsAt), to: osloClock(endsAt) },
    ...{ placeNb: place?.nb ?? '', placeNn: place?.nn ?? '', streamUrl: streamUrl ?? '' },
    ...{ programmeNb: programmeText(items, 'nb'), programmeNn: programmeText(items, 'nn') },
    ...{ programmeEn: programmeText(items, 'en'), programmeSv: programmeText(items, 'sv') },
    inputs: inputs.map(({ receipt, senderName }) => `${receipt} ${senderName}`).join('\n'),
    ...{ round: roundId ?? '', documents },
  }
}

const emptyValues: MeetingValues = {
  ...{
    titleNb: '',
    titleNn: '',
    introNb: '',
    introNn: '',
    date: '',
    from: '',
    to: '',
    placeNb: '',
    placeNn: '',
  },
  ...{ titleEn: '', titleSv: '', introEn: '', introSv: '', placeEn: '', placeSv: '' },
  ...{ programmeEn: '', programmeSv: '' },
  ...{ streamUrl: '', programmeNb: '', programmeNn: '', inputs: '', round: '', documents: [] },
}

/** What was typed, in the shape of the form; what was not sent is empty. */
export function typedValues(typed: Record<string, unknown> | null): MeetingValues {
  if (!typed) return emptyValues
  const values = Object.keys(emptyValues).map((field) => {
    const found = typed[field]
    if (field !== 'documents') return [field, typeof found === 'string' ? found : '']
    return [field, [found].flat().filter((id) => typeof id === 'string')]
  })
  return Object.fromEntries(values) as MeetingValues
}

/** What the texts of a meeting are called in English and Swedish, by the names that forms share. */
export const OTHERS_CALLED = {
  ...({ title: 'name', place: 'place', intro: 'intro', programme: 'programme', summary: 'text' } as const),
}

/** A field of the form that is written in. */
export type MeetingField = keyof MeetingForm | keyof OtherForms

/** The fields in which what is saved is not what somebody typed, with what is saved. */
export function differences(
  typed: MeetingForm & OtherForms,
  saved: MeetingForm & OtherForms,
): { field: MeetingField; saved: string }[] {
  const fields = Object.keys(emptyValues).filter((field) => field !== 'round' && field !== 'documents')
  return (fields as MeetingField[])
    .map((field) => ({ field, typed: typed[field] ?? '', saved: saved[field] ?? '' }))
    .filter((one) => sameLines(one.typed) !== sameLines(one.saved))
    .map(({ field, saved }) => ({ field, saved }))
}

/** Whether two texts say the same, line by line. */
export const saysTheSame = (one: string, other: string) => sameLines(one) === sameLines(other)

const sameLines = (text: string) => text.replace(/\r\n?/g, '\n').trim()
