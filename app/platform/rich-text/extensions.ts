import { StarterKit } from '@tiptap/starter-kit'
import { safeHref } from './link.ts'

/** The formatting we accept: shared by the editor, the server's check and the page that shows the text. */
export const richTextExtensions = [
  StarterKit.configure({
    heading: { levels: [3] },
    link: {
      openOnClick: false,
      defaultProtocol: 'https',
      isAllowedUri: (uri) => safeHref(uri) !== null,
      HTMLAttributes: { target: null, rel: 'noopener noreferrer nofollow', class: null },
    },
    code: false,
    codeBlock: false,
    strike: false,
    underline: false,
    horizontalRule: false,
    dropcursor: false,
    gapcursor: false,
    trailingNode: false,
  }),
]
