// What the content said and the server has not confirmed yet, kept so that nothing is lost when the
// page goes: calls that have no batch yet, and those whose batch IndexedDB does not hold yet, stand
// in localStorage (written before the content gets its answer); batches stand in IndexedDB.

const DATABASE = 'lmskit-scorm';
const BATCHES = 'batches';

/** The journal of one attempt. */
export class Journal {
  constructor(attempt, launchId, storage = window.localStorage, database = window.indexedDB) {
    this.attempt = attempt;
    this.launchId = launchId;
    this.storage = storage;
    this.database = database;
    this.opened = null;
  }

  /** Keeps a call of the batch that will have this number; false if the browser has no room. */
  keepCall(sequence, index, call) {
    try {
      this.storage.setItem(this.key(this.launchId, sequence, index), JSON.stringify(call));
      return true;
    } catch (full) {
      return false;
    }
  }

  /** Keeps a batch and then lets go of its calls in localStorage. */
  async keepBatch(batch) {
    const kept = await this.write((store) =>
      store.put({ id: this.key(this.launchId, batch.sequence, 0), attempt: this.attempt, launchId: this.launchId, ...batch }));
    if (kept) {
      this.forgetCalls(this.launchId, batch.sequence);
    }
  }

  /** Forgets a batch that the server has. */
  async forget(launchId, sequence) {
    this.forgetCalls(launchId, sequence);
    await this.write((store) => store.delete(this.key(launchId, sequence, 0)));
  }

  /** All batches of this attempt that the server may lack, the oldest first. */
  async unsent() {
    const found = new Map();
    for (const entry of this.storedCalls()) {
      const id = this.key(entry.launchId, entry.sequence, 0);
      found.has(id) || found.set(id, { launchId: entry.launchId, sequence: entry.sequence, calls: [] });
      found.get(id).calls[entry.index] = entry.call;
    }
    found.forEach((batch) => cutAtHole(batch));
    for (const { id, attempt, ...batch } of await this.storedBatches()) {
      found.set(id, batch);
    }
    return [...found.values()].sort((a, b) => this.compare(a, b));
  }

  /** Ids of launches are ordered by time; the running one is always the last. */
  compare(a, b) {
    if (a.launchId === b.launchId) {
      return a.sequence - b.sequence;
    }
    const aIsRunning = a.launchId === this.launchId;
    const bIsRunning = b.launchId === this.launchId;
    return aIsRunning || bIsRunning ? aIsRunning - bIsRunning : a.launchId < b.launchId ? -1 : 1;
  }

  key(launchId, sequence, index) {
    return ['lmskit', this.attempt, launchId, sequence, index].map(encodeURIComponent).join('/');
  }

  forgetCalls(launchId, sequence) {
    for (const entry of this.storedCalls()) {
      if (entry.launchId === launchId && entry.sequence === sequence) {
        this.storage.removeItem(entry.name);
      }
    }
  }

  storedCalls() {
    const start = ['lmskit', this.attempt].map(encodeURIComponent).join('/') + '/';
    const names = [];
    for (let i = 0; i < this.storage.length; i++) {
      names.push(this.storage.key(i));
    }
    return names.filter((name) => name.startsWith(start)).map((name) => {
      const [launchId, sequence, index] = name.substring(start.length).split('/').map(decodeURIComponent);
      return { name, launchId, sequence: Number(sequence), index: Number(index), call: JSON.parse(this.storage.getItem(name)) };
    });
  }

  async storedBatches() {
    const database = await this.open();
    if (database === null) {
      return [];
    }
    return new Promise((resolve) => {
      const request = database.transaction(BATCHES).objectStore(BATCHES).index('attempt').getAll(this.attempt);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => resolve([]);
    });
  }

  async write(work) {
    const database = await this.open();
    if (database === null) {
      return false;
    }
    return new Promise((resolve) => {
      const transaction = database.transaction(BATCHES, 'readwrite');
      transaction.oncomplete = () => resolve(true);
      transaction.onabort = () => resolve(false);
      transaction.onerror = () => resolve(false);
      work(transaction.objectStore(BATCHES));
    });
  }

  open() {
    this.opened = this.opened || new Promise((resolve) => {
      if (!this.database) {
        resolve(null);
        return;
      }
      const request = this.database.open(DATABASE, 1);
      request.onupgradeneeded = () =>
        request.result.createObjectStore(BATCHES, { keyPath: 'id' }).createIndex('attempt', 'attempt');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => resolve(null);
      request.onblocked = () => resolve(null);
    });
    return this.opened;
  }
}

/** A call that found no room in localStorage ends what can be brought in order. */
function cutAtHole(batch) {
  const hole = Array.from(batch.calls).findIndex((call) => call === undefined);
  if (hole >= 0) {
    batch.calls.length = hole;
  }
}

/** Where a page may not store anything (an opaque origin), nothing is kept and nothing fails. */
export class NoJournal {
  keepCall() {
    return true;
  }

  async keepBatch() {}

  async forget() {}

  async unsent() {
    return [];
  }
}

/** A journal, or none where the browser forbids storage. */
export function journalFor(attempt, launchId) {
  try {
    window.localStorage.getItem('lmskit');
    return new Journal(attempt, launchId);
  } catch (forbidden) {
    return new NoJournal();
  }
}
