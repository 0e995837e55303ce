// Runs in frame.html, on the content's origin, in a frame or a window of the player. The player's origin comes in the fragment.

import { Adapter } from './adapter.js';
import { journalFor } from './journal.js';
import { FrameTransport } from './frame-link.js';
import { emptied } from './leaving.js';

const origin = decodeURIComponent(window.location.hash.substring(1));
const player = window.parent === window ? window.opener : window.parent;
if (player === null) {
  document.body.textContent = 'The course cannot be reached from this window. Close it, and go on where you opened it.';
  throw new Error('no player behind this window: does its page isolate itself (Cross-Origin-Opener-Policy)?');
}
const transport = new FrameTransport(player, origin);
let { launched, table, href, title } = await transport.launch();
const journal = journalFor(launched.attempt, launched.launchId);
await replay();

/** Brings what an earlier frame on this origin could not send. */
async function replay() {
  const batches = await journal.unsent();
  for (const batch of batches) {
    const isKnown = batch.launchId === launched.launchId && batch.sequence <= launched.sequence;
    if (!isKnown) {
      await transport.send([batch]).catch((error) =>
        transport.tell('failed', { reason: error.reason || '', willRetry: false, status: error.status || 0 }));
    }
    await journal.forget(batch.launchId, batch.sequence);
  }
  if (batches.length > 0) {
    ({ launched, table, href, title } = await transport.launch());
  }
}

const adapter = new Adapter(launched, table, transport, { journal });
['initialised', 'valueset', 'committed', 'terminated', 'failed', 'navigation', 'update', 'settled'].forEach((name) =>
  adapter.addEventListener(name, (event) => transport.tell(name, event.detail)));
adapter.install(window);
document.title = title || document.title;
const content = document.createElement('iframe');
content.title = title;
content.src = href;
content.allow = 'fullscreen; autoplay; encrypted-media';
transport.onLeave = async () => {
  adapter.isLeaving = true;
  await emptied(content);
  const patience = launched.launch.switches.waitForTerminate;
  for (let waited = 0; adapter.model.isRunning && waited < patience; waited += 50) {
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
  await adapter.whenCommitsSettled();
};
document.body.append(content);
