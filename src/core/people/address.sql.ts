/**
 * The number of the address of a contact that counts on a day, in SQL: as `addressOn(…, 'shown')` of address.rules.ts,
 * which the tests hold it to. `contact` and `day` are SQL: a column, and an expression that gives `YYYY-MM-DD`.
 */
export const addressOfDay = (contact: string, day: string): string => {
  const date = `substr(${day}, 6)`
  const from = "CASE x.season_from WHEN '' THEN '01-01' ELSE x.season_from END"
  const to = "CASE x.season_until WHEN '' THEN '12-31' ELSE x.season_until END"
  return `(SELECT x.id FROM address x WHERE x.contact_id = ${contact}
    AND x.since <= ${day} AND (x.until = '' OR substr(${day}, 1, length(x.until)) <= x.until)
    AND ((x.season_from = '' AND x.season_until = '') OR CASE WHEN ${from} <= ${to}
      THEN ${date} BETWEEN ${from} AND ${to} ELSE ${date} >= ${from} OR ${date} <= ${to} END)
    ORDER BY x.returned <> '', (x.season_from = '' AND x.season_until = '' AND x.kind <> 'temporary'), x.position, x.id
    LIMIT 1)`
}
