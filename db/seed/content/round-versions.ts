/**
 * What was changed about the rounds of the demo after they opened. `from` is how the deadline stood before, in days from
 * today; as it stands is in the strategy's own content.
 */
export const roundContacts = {
  'runde-1': { mailbox: 'innspill@opplaering.example' },
  'runde-2': { name: 'Sekretariatet', phone: '55 00 01 20', mailbox: 'innspill@opplaering.example' },
}

export const movedDeadlines = [
  {
    round: 'runde-2',
    day: -9,
    time: '14:10',
    from: { day: 17, time: '12:00' },
    reason: {
      nb: 'Flere kommuner har møte i kommunestyret samme uke som fristen. Alle får en uke til.',
      nn: 'Fleire kommunar har møte i kommunestyret same veka som fristen. Alle får ei veke til.',
    },
  },
]
