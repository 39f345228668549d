/** Our own scheme, `app://amicale/`: the built page from a closed list of files, with its content policy. */
import type { CustomScheme } from 'electron'
import { closedPolicy, contentPolicy, filePolicy, freshNonce, type Page, securityHeaders } from '../web/page.ts'
import { appOrigin, scheme } from './guards.ts'

/** A page like those of the web, with no door open to service workers, other origins or exceptions to the policy. */
export const privileges: CustomScheme = {
  scheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true },
}

/** Answers a request of the page. The address is compared whole: nothing is decoded, joined or resolved. */
export async function answerPage(
  page: Page,
  asked: { readonly method: string; readonly url: string },
): Promise<Response> {
  const nothing = (status: number) => new Response(null, { status, headers: securityHeaders(closedPolicy) })
  if (asked.method !== 'GET') return nothing(405)
  if (!asked.url.startsWith(`${appOrigin}/`)) return nothing(404)
  const path = asked.url.slice(appOrigin.length)
  if (path === '/') {
    const nonce = freshNonce()
    const headers = { ...securityHeaders(contentPolicy(nonce)), 'Content-Type': 'text/html; charset=utf-8' }
    return new Response(page.html(nonce), { headers })
  }
  const file = page.files.get(path)
  if (!file) return nothing(404)
  const headers = { ...securityHeaders(filePolicy), 'Content-Type': file.type }
  return new Response(new Uint8Array(await file.bytes()), { headers })
}
