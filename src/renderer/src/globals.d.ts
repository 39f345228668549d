import type { AmicaleBridge } from '../../preload/bridge.ts'

declare global {
  interface Window {
    readonly amicale?: AmicaleBridge
  }
}
