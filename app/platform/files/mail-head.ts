const fields = /^(from|to|cc|date|subject|message-id|mime-version|received|return-path|reply-to|sender):/i

/** Whether a text begins as an e-mail that was saved (RFC 5322): lines of headers, some of them those every e-mail has. */
export function looksLikeMail(head: string): boolean {
  const [headers = ''] = head.replace(/^\uFEFF|^\u00ef\u00bb\u00bf/, '').split(/\r?\n\r?\n/, 1)
  // The last line may have been cut off where the looking ended.
  const lines = headers.split(/\r?\n/)
  const whole = lines.slice(0, Math.max(1, headers.length < head.length ? lines.length : lines.length - 1))
  const written = whole.every((line) => /^[ \t]|^[!-9;-~]+[ \t]*:/.test(line))
  return written && whole.filter((line) => fields.test(line)).length >= 2
}
