/** Where the view begins: joins it to the editor that shows it. */
import { CascadeApp } from './app.ts';
import { readHostMessage } from './protocol.ts';

interface EditorApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): EditorApi;

const editor = acquireVsCodeApi();
const root = document.getElementById('cascade');
if (root) {
  const app = new CascadeApp(root, {
    post: (message) => editor.postMessage(message),
    load: () => editor.getState(),
    save: (state) => editor.setState(state),
  });
  window.addEventListener('message', (event) => {
    const message = readHostMessage(event.data);
    if (message) app.receive(message);
  });
  app.start();
}
