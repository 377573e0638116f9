/** A request to take something down from a published input, still to be decided. Days count from today. */
export type TakedownContent = {
  input: string
  question: string
  lang: 'nb' | 'nn'
  words: string
  reason: string
  email: string | null
  day: number
  time: string
}

export const takedowns: TakedownContent[] = [
  {
    input: 'r1-tone-aasen',
    question: 'hva-ma-til',
    lang: 'nb',
    words: '«De svarer meg klokka ni om kvelden, og det burde de ikke måtte.»',
    reason:
      'Jeg er læreren hun skriver om. Hun mener det godt, men alle på skolen vet hvem det gjelder. Kan dere skjerme setningen?',
    email: 'laerer@granlia.example',
    day: -2,
    time: '21:15',
  },
]
