// One tab at a time works on an attempt: two would overwrite each other's data.

/** Holds an attempt for this tab. */
export class OneTab {
  constructor(attempt) {
    this.name = `lmskit-scorm:${attempt}`;
    this.channel = 'BroadcastChannel' in window ? new BroadcastChannel(this.name) : null;
    this.release = null;
  }

  /**
   * Takes the attempt if no other tab has it; whether it did. Calls onTaken when another tab asks
   * for it later; the attempt is released when the promise that onTaken returns is settled.
   */
  async claim(onTaken) {
    if (!navigator.locks) {
      return true;
    }
    const isMine = await new Promise((resolve) => {
      navigator.locks.request(this.name, { ifAvailable: true }, (lock) => this.held(lock, resolve));
    });
    isMine && this.answer(onTaken);
    return isMine;
  }

  held(lock, resolve) {
    resolve(lock !== null);
    return lock === null ? undefined : new Promise((release) => {
      this.release = release;
    });
  }

  /** Asks the tab that has the attempt to let go, and waits until it did. */
  async takeOver(onTaken) {
    if (this.channel !== null) {
      this.channel.postMessage('take-over');
    }
    await new Promise((resolve) => {
      navigator.locks.request(this.name, (lock) => this.held(lock, resolve));
    });
    this.answer(onTaken);
  }

  answer(onTaken) {
    if (this.channel === null) {
      return;
    }
    this.channel.onmessage = async (event) => {
      if (event.data === 'take-over') {
        await onTaken();
        this.release();
      }
    };
  }
}
