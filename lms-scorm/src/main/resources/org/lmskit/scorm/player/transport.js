// How batches of calls reach the server. The documents are described in scorm-player-protocol.md.

/** The server's answer was no: what it said. */
export class Refusal extends Error {
  /** @param exitUrl where the learner can go on, if the server said so */
  constructor(status, reason, exitUrl = '') {
    super(`the server refused with ${status} ${reason}`);
    this.status = status;
    this.reason = reason;
    this.exitUrl = exitUrl;
  }

  /** Whether the same request may succeed later. */
  get isTemporary() {
    return this.status >= 500 || this.status === 408 || this.status === 429;
  }
}

/** Talks HTTP to the address of a launch. */
export class HttpTransport {
  constructor(base) {
    this.base = base.replace(/\/$/, '');
  }

  /** The launch document. */
  async launch() {
    return read(await fetch(`${this.base}/launch`, { credentials: 'same-origin', cache: 'no-store' }));
  }

  /** Sends batches; the server's answer. */
  async send(batches) {
    return read(await fetch(`${this.base}/calls`, post({ protocol: 1, batches })));
  }

  /** A navigation request of the learner; the player document after it. */
  async navigate(request, target) {
    return read(await fetch(`${this.base}/navigate`, post({ protocol: 1, request, target })));
  }

  /** Sends batches and waits without letting the page go on; null if the browser does not allow it now. */
  sendSync(batches) {
    const request = new XMLHttpRequest();
    try {
      request.open('POST', `${this.base}/calls`, false);
      request.setRequestHeader('Content-Type', 'application/json');
      request.send(JSON.stringify({ protocol: 1, batches }));
    } catch (dismissed) {
      return null;
    }
    if (request.status === 0) {
      return null;
    }
    const json = parse(request.responseText);
    if (request.status !== 200) {
      throw new Refusal(request.status, json.refused || '');
    }
    return json;
  }

  /** Sends batches while the page goes; nobody hears the answer. */
  beacon(batches) {
    fetch(`${this.base}/calls`, { ...post({ protocol: 1, batches }), keepalive: true }).catch(() => {});
  }

  /** Bytes that batches take in a request. */
  static size(batches) {
    return new TextEncoder().encode(JSON.stringify({ protocol: 1, batches })).length;
  }
}

function post(body) {
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    credentials: 'same-origin',
    body: JSON.stringify(body),
  };
}

async function read(response) {
  const json = parse(await response.text());
  if (!response.ok) {
    throw new Refusal(response.status, json.refused || '', json.exitUrl);
  }
  return json;
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch (notJson) {
    return {};
  }
}
