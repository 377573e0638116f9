import type { Actor } from '#app/features/identity/actor.ts'
import { type AskedQuestion, listQuestions } from '#app/features/questionnaires/queries.server.ts'
import { config } from '#app/platform/config.server.ts'
import type { ReceivedFile } from '#app/platform/files/receiving.server.ts'
import { fileStorage } from '#app/platform/files/storage.server.ts'
import { receiveFields } from '#app/platform/files/upload.server.ts'
import { parseForm } from '#app/platform/http/form.server.ts'
import { osloDate } from '#app/platform/oslo-time.ts'
import { isRefusal } from '#app/platform/refusal.ts'
import { cleanLine } from '#app/platform/rich-text/clean-text.ts'
import { dayToWrite } from '#app/platform/written-day.ts'
import { type AnswerContent, parseAnswer } from './answers.ts'
import { receivedDay } from './intake.ts'
import { type ArrivalSender, type Registered, registerInput } from './registering.server.ts'
import { type CarriedFile, carriedFiles, carry, fillFrom, keepLoose } from './registration-files.server.ts'
import { type RegistrationForm, registrationForm } from './registration-form.ts'
import { type Problem, type ProblemWord, problemWord } from './registration-problem.ts'
import { pickedSender, type SenderSearch, searchSender } from './sender-search.server.ts'
import { type RawAnswer, sentAnswer } from './sent-answer.ts'

/** The form as it is drawn again, with everything that was typed and what came of the button. */
export type DrawnRegistration = {
  typed: Record<string, string>
  answers: Record<string, RawAnswer>
  files: Omit<CarriedFile, 'said'>[]
  said: string[]
  search: SenderSearch | null
  problems: Problem[]
  filled: { whole: boolean; enclosed: number; leftOut: number; appended: boolean } | null
}

type Round = { id: string }
type Drawn = { drawn: DrawnRegistration }

/** Takes in what was posted: registers it, or gives back the form with all that was in it. */
export async function postRegistration(
  actor: Actor,
  round: Round,
  request: Request,
): Promise<{ registered: Registered; form: RegistrationForm } | Drawn | { refusal: 'not-found' }> {
  const { largestFile: largest } = config()
  const upload = { field: 'file', folder: fileStorage().incoming, largest, longestField: 4_000_000 }
  const received = await receiveFields(request, upload)
  const { fields } = received
  const questions = await listQuestions(round.id)
  const place = { roundId: round.id, personId: actor.personId }
  const typed = Object.fromEntries(
    [...fields].flatMap(([name, word]) =>
      typeof word === 'string' && !/^answer-/.test(name) ? [[name, word]] : [],
    ),
  )
  const drawn: DrawnRegistration = {
    ...{ typed, answers: {}, files: [], said: [] },
    ...{ search: null, problems: [], filled: null },
  }
  const files: CarriedFile[] = await carriedFiles(fields, place)
  for (const question of questions)
    if (question.kind !== 'general' && question.kind !== 'file')
      drawn.answers[question.id] = sentAnswer(fields, question)
  const again = (): Drawn => ({
    drawn: {
      ...drawn,
      files: files.map(({ said: _, ...file }) => file),
      said: files.flatMap(({ said, sha256 }) => (said ? [sha256] : [])),
    },
  })
  if (isRefusal(received)) {
    drawn.problems.push(fileProblem(received.refusal))
    return again()
  }
  const parsed = parseForm(fields, registrationForm)
  if ('errors' in parsed) {
    await received.file?.discard()
    for (const [field, [reason = 'try-again']] of Object.entries(parsed.errors))
      drawn.problems.push({ field, reason: problemWord(reason) })
    return again()
  }
  const form = parsed.value
  await takeFile(received.file, form, { files, drawn, place })
  const sender = await resolveSender(form, drawn)
  if (form.act === 'register' && drawn.problems.length === 0) {
    const answers = answersIn(questions, drawn)
    if (sender === null) {
      drawn.problems.push(senderProblem(form, drawn))
      // What else can be told now is told now, not after the sender is found.
      const held = form.channel === 'oral' && form.meeting ? osloDate(new Date()) : null
      const day = receivedDay(form.received, { now: new Date(), otherwise: held })
      if (isRefusal(day)) drawn.problems.push({ field: 'received', reason: day.refusal })
    }
    if (sender !== null && drawn.problems.length === 0) {
      const { channel, received: day, meeting, speaker, lang, noRemarks, text } = form
      const outcome = await registerInput(
        actor,
        round.id,
        {
          ...{ channel, sender, received: day, meetingId: meeting ?? null, speaker, lang, text, answers },
          ...{ noRemarks: noRemarks === 'on', files: files.map(({ ticket: _, ...file }) => file) },
        },
        form.key,
      )
      if (!isRefusal(outcome)) return { registered: outcome, form }
      if (outcome.refusal === 'not-found') return { refusal: 'not-found' }
      drawn.problems.push({ field: fieldOf[outcome.refusal] ?? 'text', reason: outcome.refusal })
    }
  }
  return again()
}

const fieldOf: Record<string, string> = {
  'received-missing': 'received',
  'received-no-day': 'received',
  'received-in-future': 'received',
  'sender-missing': 'sender',
  'sender-unknown': 'sender',
  withdrawn: 'sender',
  'no-such-meeting': 'meeting',
  'meeting-not-held': 'meeting',
}

const fileProblem = (reason: ProblemWord) => ({
  ...{ field: 'file', reason, said: { size: Math.floor(config().largestFile / 1024 / 1024) } },
})

type Taking = { files: CarriedFile[]; drawn: DrawnRegistration; place: { roundId: string; personId: string } }

/** Keeps the chosen file; reads it into the text where that was asked for. */
async function takeFile(file: ReceivedFile | null, form: RegistrationForm, { files, drawn, place }: Taking) {
  if (!file) {
    if (form.act === 'read') drawn.problems.push(fileProblem('no-file'))
    return
  }
  try {
    const most = config().mostFiles
    const loose = files.length >= most ? { refusal: 'too-many-files' as const } : await keepLoose(file)
    if (isRefusal(loose)) {
      const problem = fileProblem(loose.refusal)
      drawn.problems.push({ ...problem, said: { ...problem.said, most } })
      return
    }
    const known = files.find(({ sha256 }) => sha256 === loose.sha256)
    const carried = known ?? (await carry(loose, false, place))
    if (!known) files.push(carried)
    if (form.act !== 'read') return
    const found = await fillFrom(loose)
    for (const enclosed of found.enclosed)
      if (files.length < most && !files.some(({ sha256 }) => sha256 === enclosed.sha256))
        files.push(await carry(enclosed, false, place))
    if (found.sentAt && form.received.trim() === '')
      drawn.typed.received = form.received = dayToWrite(osloDate(new Date(found.sentAt)))
    if (form.sender.trim() === '') drawn.typed.sender = form.sender = cleanLine(found.fromName).slice(0, 300)
    if (found.problem !== null) {
      const reason = unfilled(loose.kind, found.problem)
      drawn.problems.push({ field: 'file', reason, said: { enclosed: found.enclosed.length } })
      return
    }
    const before = form.text.trim()
    drawn.typed.text = before === '' ? found.text : `${form.text.trimEnd()}\n\n${found.text}`
    carried.said = true
    drawn.filled = {
      ...{ whole: found.whole, enclosed: found.enclosed.length, leftOut: found.leftOut },
      appended: before !== '',
    }
  } finally {
    await file.discard()
  }
}

/** Why nothing was filled in from a file. The file goes along all the same. */
function unfilled(kind: string, problem: string): ProblemWord {
  if (problem === 'no-text') return kind === 'eml' ? 'mail-without-text' : 'file-no-text'
  return problem === 'encrypted' ? 'file-encrypted' : 'file-unreadable'
}

/** Who it is from, where that can only mean one; else what the register has is drawn with the form. */
async function resolveSender(
  form: RegistrationForm,
  drawn: DrawnRegistration,
): Promise<ArrivalSender | null> {
  const { who, sender, searched, chosen, kind, naming } = form
  if (who === 'person') return { who, name: sender, naming: naming ?? null }
  const same = cleanLine(sender) === cleanLine(searched)
  if (cleanLine(sender) === '') return null
  if (chosen && same) {
    const picked = await pickedSender(chosen)
    if (picked) drawn.search = { exact: picked }
    if (picked) return { who: 'on-record', organisationId: picked.id }
  }
  drawn.search = await searchSender(sender, new Date())
  drawn.typed.searched = sender
  if (drawn.search.exact) return { who: 'on-record', organisationId: drawn.search.exact.id }
  return kind && same ? { who: 'unlisted', name: sender, kind } : null
}

function senderProblem({ sender }: RegistrationForm, { search }: DrawnRegistration): Problem {
  if (cleanLine(sender) === '') return { field: 'sender', reason: 'sender-missing' }
  const some = search !== null && search.exact === null && search.found.length > 0
  return { field: some ? 'chosen' : 'kind', reason: some ? 'sender-choose' : 'sender-not-found' }
}

/** The answers question by question; what cannot be taken in becomes a problem of its question. */
function answersIn(questions: readonly AskedQuestion[], drawn: DrawnRegistration) {
  const answers: { questionId: string; answer: AnswerContent }[] = []
  for (const question of questions) {
    const raw = drawn.answers[question.id]
    if (raw === undefined) continue
    const parsed = parseAnswer(question, raw)
    if (isRefusal(parsed))
      drawn.problems.push({ field: `answer-${question.id}`, reason: parsed.refusal, question: question.id })
    else if (parsed.answer) answers.push({ questionId: question.id, answer: parsed.answer })
  }
  return answers
}
