/** Text that must exist in both written forms: everything a state body publishes. */
export type BothForms = { nb: string; nn: string }

export type WrittenForm = 'nb' | 'nn'

/** An instant told from today, so that the demo is lively whenever it is seeded. `time` is Europe/Oslo. */
export type RelativeTime = { day: number; time?: `${number}:${number}` }

export type RoundSlug = 'runde-1' | 'runde-2'

export type OrganiserContent = { slug: string; name: BothForms; shortName: BothForms; role: BothForms }

export type PhaseContent = {
  key: string
  name: BothForms
  purpose: BothForms
  opensDay: number
  closesDay: number | null
  rounds: RoundSlug[]
}

export type RoundContent = {
  slug: RoundSlug
  number: number
  name: BothForms
  intro: BothForms
  legalForm: 'innspill'
  purpose: 'input'
  opens: RelativeTime
  deadline: RelativeTime
  documentVersion: 1 | 2
}

export type StrategyContent = {
  slug: string
  title: BothForms
  summary: BothForms
  scope: BothForms
  caseNumber: string
  legalRegime: BothForms
  contactEmail: string
  organisers: OrganiserContent[]
  phases: PhaseContent[]
  rounds: RoundContent[]
}

/**
 * One block of a document version. `key` names the same paragraph in every version of the document;
 * a key that is missing in the next version was removed, a key that is new there was added.
 */
export type BlockContent = {
  key: string
  kind: 'subheading' | 'ambition' | 'paragraph' | 'signature'
  text: BothForms
}

/** The foreword has no number; chapters have 1–7. */
export type ChapterContent = {
  key: string
  number: number | null
  title: BothForms
  blocks: BlockContent[]
}

export type DocumentVersionContent = {
  version: 1 | 2
  label: BothForms
  publishedDay: number
  /** What a reader should know about this version: what it is, and what is new since the one before. */
  note: BothForms
  chapters: ChapterContent[]
}

export type QuestionKind =
  | 'rich-text'
  | 'single-choice'
  | 'multiple-choice'
  | 'scale'
  | 'swot'
  | 'table'
  | 'general'

export type OptionContent = { key: string; text: BothForms }

export type QuestionContent = {
  key: string
  kind: QuestionKind
  title: BothForms
  help: BothForms
  required: boolean
  /** Choices only. */
  options?: OptionContent[]
  /** Multiple choice: how many may be chosen. */
  most?: number
  /** Asks also how important it is. */
  importance?: true
  /** Of a SWOT. */
  levels?: OptionContent[]
  /** Of a table; a column with a unit takes amounts. */
  rows?: OptionContent[]
  columns?: (OptionContent & { unit?: string })[]
  /** Kinds of sender; everybody without. */
  askedOf?: string[]
  /** Scale only: 1–5 agreement, lowest first; `no-opinion` is always offered beside it. */
  scale?: OptionContent[]
}

export type QuestionnaireContent = { round: RoundSlug; questions: QuestionContent[] }

export type OrganisationKind =
  | 'municipality'
  | 'county-municipality'
  | 'network'
  | 'organisation'
  | 'union'
  | 'state-body'
  | 'private-owner'
  | 'pupil-parent-body'

export type CountyContent = { number: string; name: string }

export type OrganisationContent = {
  slug: string
  /** The whole name as written; never built from parts. */
  name: string
  /** As tables and lists say it, where it has names in several languages. */
  officialName?: string
  kind: OrganisationKind
  countyNumber: string | null
  /** Municipalities only: four digits as text. */
  municipalityNumber?: string
  inhabitants?: number
  writtenForm: WrittenForm | 'neutral'
  organisationNumber: string
  /** Nothing is sent before somebody there has approved it. */
  approvalRequired?: true
  /** Networks only: slugs of the members it may answer for. */
  members?: string[]
}

export type OrganisationRole = 'contributor' | 'approver' | 'submitter'
export type StaffRole = 'analyst' | 'editor' | 'lead'

export type PersonContent = {
  key: string
  name: string
  email: string
  preferredForm: WrittenForm
  /** Title as the person would write it, in their own written form. */
  title: string
  memberships?: { organisation: string; roles: OrganisationRole[] }[]
  staff?: { organiser: string; role: StaffRole }
  administrator?: true
  /** Stands on the sign-in page of the demo; the line says what this person may do. */
  signIn?: BothForms
}

/** Plain text: blank line between paragraphs, lines that begin with "- " are a list. */
export type AnswerText = string

export type AnswerContent = {
  question: string
  /** For rich text and general. */
  text?: AnswerText
  /** For single choice and scale: key of the option or step, or `no-opinion`. */
  choice?: string
}

export type InputSender = { organisation: string } | { person: string }

/** What became of an answer in its own house, in days: who adopted it after whom, or who will treat it. */
export type HandlingContent = {
  adopted?: { level: string; body: string; day: number; caseNumber: string }
  steps?: { body: string; day: number; caseNumber?: string; decision?: string }[]
  planned?: { body: string; day: number }
}

/** A file that is sent with an answer: the words of a paper that is drawn when the demo is loaded. */
export type EnclosedContent = { name: string; title: string; paragraphs: string[] }

export type InputContent = {
  key: string
  round: RoundSlug
  sender: InputSender
  /** Key of the person who submitted (or writes), where the demo knows one. */
  by?: string
  lang: WrittenForm
  /** Own title of the answer, as shown in the list. */
  title: string
  status: 'draft' | 'submitted'
  /** Day of submission, or of last saving for a draft. */
  day: number
  time: `${number}:${number}`
  /** Who has adopted the answer, where that is said. */
  mandate?: {
    level: 'administrative' | 'delegated' | 'committee' | 'executive-board' | 'council'
    note: string
  }
  /** Slugs of the members a joint answer is given for. */
  onBehalfOf?: string[]
  publication: 'published' | 'waiting' | 'withdrawn' | 'none'
  /** Day of publication; for `published` and `withdrawn`. */
  publishedDay?: number
  withdrawal?: { day: number; reason: BothForms }
  /** Read, and nothing to remark: an answer without answers. */
  noRemarks?: true
  /** What the public does not get to read: words of an answer, wherever they stand in it, by which law and why. */
  masks?: { question: string; words: string[]; legalBasis: string; reason: string }[]
  /** What the administration sent before the answer was adopted; published with it. */
  before?: { day: number; time: `${number}:${number}`; answers: AnswerContent[] }
  handling?: HandlingContent
  /** Who asked for approval of what was sent and who gave it, the first first. */
  signOffs?: {
    kind: 'asked' | 'approved' | 'sent-back'
    by: string
    day: number
    time: `${number}:${number}`
    comment?: string
  }[]
  enclosed?: EnclosedContent
  answers: AnswerContent[]
}

export type ThemeContent = {
  key: string
  /** Two letters, unique in the codebook. */
  code: string
  title: BothForms
  definition: BothForms
  include: BothForms
  exclude: BothForms
}

/** `snippet` is verbatim and lies in exactly one paragraph of the named answer. */
export type TaggingContent = {
  input: string
  question: string
  snippet: string
  theme: string
  by: string
  day: number
}

export type CitationContent = { input: string; question: string; quote: string }

export type FindingContent = {
  key: string
  slug: string
  round: RoundSlug
  theme: string
  title: BothForms
  /** Paragraphs separated by blank lines. */
  text: BothForms
  citations: CitationContent[]
  by: string
  createdDay: number
  /** Null: a draft that only staff see. */
  publishedDay: number | null
}
