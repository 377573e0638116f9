import { useTranslations } from 'use-intl/react'
import { Panel } from '#app/ui/panel.tsx'
import { AnswersShown } from './answer-shown.tsx'
import { CommentsListed } from './comments-listed.tsx'
import { FilesListed } from './files-listed.tsx'

type AllThatIsSentProps = {
  heading: string
  questions: Parameters<typeof AnswersShown>[0]['questions']
  edit?: Parameters<typeof AnswersShown>[0]['edit']
  lang?: string
  comments: Parameters<typeof CommentsListed>[0]['comments']
  files: Parameters<typeof FilesListed>[0]['files']
  fileHref: Parameters<typeof FilesListed>[0]['href']
  /** The version says that the sender has no remarks; there is nothing to read. */
  noRemarks?: boolean
  sums?: boolean
  className?: string
}

/** Everything a version has or would have in it: answers, comments on the draft strategy, and files. */
export function AllThatIsSent(props: AllThatIsSentProps) {
  const { heading, questions, edit, lang, comments, files, fileHref, noRemarks, sums, className } = props
  const t = useTranslations('workspace.content')
  if (noRemarks)
    return (
      <Panel id="sent" heading={heading} className={className}>
        <p>{t('noRemarks')}</p>
      </Panel>
    )
  return (
    <>
      <Panel id="sent" heading={heading} className={className}>
        <AnswersShown questions={questions} edit={edit} lang={lang} />
      </Panel>
      {comments.length > 0 && (
        <Panel id="comments" heading={t('comments', { count: comments.length })} className={className}>
          <CommentsListed comments={comments} />
        </Panel>
      )}
      {files.length > 0 && (
        <Panel id="files" heading={t('files', { count: files.length })} className={className}>
          <FilesListed files={files} href={fileHref} sums={sums} />
        </Panel>
      )}
    </>
  )
}
