// One tab at a time works on an attempt: two would overwrite each other's data.

const PATIENCE = 400;
const LETTING_GO = 15000;

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
      const isFree = !(await this.isHeldElsewhere());
      isFree && this.answer(onTaken);
      return isFree;
    }
    const isMine = await new Promise((resolve) => {
      navigator.locks.request(this.name, { ifAvailable: true }, (lock) => this.held(lock, resolve));
    });
    isMine && this.answer(onTaken);
    return isMine;
  }

  /** Browsers have locks on secure pages alone: elsewhere the tabs ask each other. */
  isHeldElsewhere() {
    return this.heard('here', PATIENCE, () => this.channel.postMessage('who'));
  }

  /** Whether another tab says this within so many milliseconds of being asked. */
  heard(word, millis, ask) {
    return new Promise((resolve) => {
      if (this.channel === null) {
        resolve(false);
        return;
      }
      const timer = setTimeout(() => resolve(false), millis);
      this.channel.onmessage = (event) => {
        if (event.data === word) {
          clearTimeout(timer);
          resolve(true);
        }
      };
      ask();
    });
  }

  held(lock, resolve) {
    resolve(lock !== null);
    return lock === null ? undefined : new Promise((release) => {
      this.release = release;
    });
  }

  /** Asks the tab that has the attempt to let go, and waits until it did. */
  async takeOver(onTaken) {
    if (navigator.locks) {
      this.channel && this.channel.postMessage('take-over');
      await new Promise((resolve) => {
        navigator.locks.request(this.name, (lock) => this.held(lock, resolve));
      });
    } else {
      await this.heard('released', LETTING_GO, () => this.channel.postMessage('take-over'));
    }
    this.answer(onTaken);
  }

  answer(onTaken) {
    if (this.channel === null) {
      return;
    }
    this.channel.onmessage = async (event) => {
      if (event.data === 'who') {
        this.channel.postMessage('here');
      }
      if (event.data === 'take-over') {
        await onTaken();
        this.release && this.release();
        this.channel.onmessage = null;
        this.channel.postMessage('released');
      }
    };
  }
}
