import { contextBridge, ipcRenderer } from 'electron'
import { type AmicaleBridge, bridgeName, portChannel, portMessage } from './bridge.ts'

// A port cannot cross the context bridge; it is passed into the page by the window's own messaging.
ipcRenderer.on(portChannel, (event) => {
  const [port] = event.ports
  if (port) window.postMessage(portMessage, window.location.origin, [port])
})

const bridge: AmicaleBridge = {
  requestPort: () => ipcRenderer.send(portChannel),
}

contextBridge.exposeInMainWorld(bridgeName, bridge)
