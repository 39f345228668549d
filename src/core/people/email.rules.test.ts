import { expect, it } from 'vitest'
import { emailLooksRight } from './email.rules.ts'

it.each([
  ['jean.dupont@exemple.org', true],
  [' jean.dupont@exemple.org ', true],
  ['j@exemple.co.uk', true],
  ['o’brien@exemple.org', true],
  ["o'brien+liste@exemple.org", true],
  ['hélène@exämple.fr', true],
  ['用户@例子.公司', true],
  ['jean@exemple', false],
  ['jean@exemple.', false],
  ['jean@@exemple.org', false],
  ['jean dupont@exemple.org', false],
  ['jean@exemple.org, paul@exemple.org', false],
  ['jean.@exemple.org', false],
  ['jean@-exemple.org', false],
  ['jean@192.168.0.1', false],
  ['jean@exemple.o', false],
  ['exemple.org', false],
  ['@exemple.org', false],
  ['', false],
])('%j looks right: %s', (address, right) => {
  expect(emailLooksRight(address)).toBe(right)
})
