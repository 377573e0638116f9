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

/** The fields in which what is saved is not what somebody typed, with what is saved. */
export function differences(
  typed: MeetingForm,
  saved: MeetingForm,
): { field: keyof MeetingForm; saved: string }[] {
  const fields = Object.keys(emptyValues).filter(
    (field) => field !== 'round' && field !== 'documents' && !/(En|Sv)$/.test(field),
  )
  return (fields as (keyof MeetingForm)[])
    .filter((field) => sameLines(typed[field]) !== sameLines(saved[field]))
    .map((field) => ({ field, saved: saved[field] }))
}

const sameLines = (text: string) => text.replace(/\r\n?/g, '\n').trim()
