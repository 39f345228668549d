/** Answers about the association's own line and about the register's history and health. */
import type { Answers } from '../kit/request.ts'
import type { Association, associationRequests } from './register.requests.ts'
import type { Register } from './register.ts'

/** The association as its papers and screens name it. */
export const readAssociation = (register: Register): Association =>
  register.prepare('SELECT name, language, country, accent FROM association WHERE id = 1').get() as Association

export const associationAnswers = (register: Register): Answers<typeof associationRequests> => ({
  read: () => readAssociation(register),
  update: ({ name, language, country, accent }) => {
    register.subject(name)
    register
      .prepare('UPDATE association SET name = ?, language = ?, country = ?, accent = ? WHERE id = 1')
      .run(name, language, country, accent)
    return readAssociation(register)
  },
})
