/**
 * The state of dues as SQL, over `contact c`, the row of a year, `y`, and `asked`: `asked.now` is the day asked about,
 * `asked.day` the same when only what had come in by then counts, empty for all there is. Said once, for lists and for the
 * room of dues.
 *
 * It stands here because rooms look one way only (people, then dues) while the tables are the register's: a criterion that
 * the room of dues would have to hand in could be forgotten, this one cannot.
 */

/** What came in for the dues of a contact for a year, each of them SQL, by `asked.day`. */
export const duesPaid = (contact: string, year: string): string =>
  `(SELECT coalesce(sum(l.cents), 0) FROM payment_line l WHERE l.year_id = ${year} AND l.contact_id = ${contact}
     AND (asked.day = '' OR (SELECT received_on FROM payment WHERE id = l.payment_id) <= asked.day))`

/** The due of a contact, `d`, and the one that is paid, `e`: that of whom it is covered by, its own otherwise. */
// Through the index of a year, whose rows lie together: by contact, each row would be a page of its own.
export const duesJoins = `LEFT JOIN due d INDEXED BY due_of_year ON d.contact_id = c.id AND d.year_id = y.id
  LEFT JOIN due e INDEXED BY due_of_year ON e.contact_id = coalesce(d.covered_by_id, d.contact_id) AND e.year_id = d.year_id`

/** Who pays for the contact. */
export const duesPayer = 'coalesce(e.contact_id, c.id)'

/** What is owed for the contact; null when nothing was asked. */
export const duesOwed = 'coalesce(e.cents, d.cents)'

const paidForLife = `EXISTS (SELECT 1 FROM due f JOIN due_rate r ON r.id = f.rate_id JOIN due_year z ON z.id = f.year_id
  WHERE f.contact_id = c.id AND r.life = 1 AND z.starts <= y.starts AND (f.said = 'settled' AND f.said_on <= asked.now
    OR f.said = 'owed' AND ${duesPaid('coalesce(f.covered_by_id, f.contact_id)', 'f.year_id')} >= f.cents))`

/** One of `duesStates`, or an empty text for who is not concerned; `paid`: what came in for the due, as SQL. */
export const duesStateGiven = (paid: string): string => `CASE
  WHEN d.id IS NULL THEN CASE
    WHEN ${paid} > 0 THEN 'upToDate'
    WHEN ${paidForLife} THEN 'life'
    WHEN c.status <> 'member' THEN ''
    WHEN y.ends < asked.now AND EXISTS (SELECT 1 FROM due f JOIN due_year z ON z.id = f.year_id
      WHERE f.contact_id = c.id AND z.starts < y.starts) THEN 'gap'
    ELSE 'notAsked' END
  WHEN e.said <> 'owed' AND e.said_on <= asked.now THEN CASE e.said
    WHEN 'stopped' THEN 'stopped' WHEN 'settled' THEN 'upToDate' ELSE 'exempt' END
  WHEN ${paid} >= ${duesOwed} THEN
    CASE WHEN (SELECT life FROM due_rate WHERE id = d.rate_id) = 1 THEN 'life' ELSE 'upToDate' END
  WHEN ${paid} > 0 THEN 'partly'
  WHEN asked.now > iif(y.due_by = '', y.ends, y.due_by) THEN 'late'
  ELSE 'owes' END`

export const duesState = duesStateGiven(duesPaid(duesPayer, 'y.id'))
