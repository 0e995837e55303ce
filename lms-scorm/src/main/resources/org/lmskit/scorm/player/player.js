// The player: launches content, lets the learner navigate, and never leaves him at a dead end.

import { openLaunch } from './adapter.js';
import { Delivery } from './delivery.js';
import { OneTab } from './one-tab.js';
import { TEXTS, fill } from './player-texts.js';
import { Stage } from './player-stage.js';
import { View } from './player-view.js';
import { HttpTransport } from './transport.js';

const TAKEN = 5000;
// a timer that is set for longer fires at once
const LONGEST_TIMER = 2147483647;
const HERE = new URL('.', import.meta.url);

/** A player in an element of a page. */
export class Player {
  /**
   * @param root the element that becomes the player
   * @param base the address of the launch
   * @param options texts: replaces what it says; log: keeps the calls of the content; onExit: called
   *     instead of following the way back
   */
  constructor(root, base, options = {}) {
    this.texts = { ...TEXTS, ...options.texts };
    this.options = options;
    this.transport = new HttpTransport(base);
    this.view = new View(root, this.texts, (request, target) => this.request(request, target));
    this.delivery = null;
    this.stage = new Stage(this.view.stage, {
      slow: (isSlow) => (isSlow ? this.say('slow', [[this.texts.reload, () => this.reload()]]) : this.view.dismiss('slow')),
      broken: () => this.say('error', [[this.texts.reload, () => this.reload()], [this.texts.dismiss, () => this.view.dismiss('error')]]),
      wantsToClose: () => this.wantsToClose(),
      windowClosed: () => this.windowClosed(),
    });
    this.limit = null;
    this.isBusy = false;
    this.working = Promise.resolve();
    this.isTaken = false;
  }

  /** Begins: one tab at a time, then what an earlier page could not send, then the content. */
  async start() {
    this.view.say(this.texts.loading);
    try {
      const launched = await openLaunch(this.transport);
      this.tab = new OneTab(launched.attempt);
      if (await this.tab.claim(() => this.taken())) {
        await this.show(launched);
      } else {
        this.view.show(launched.player);
        this.view.notice('tab', this.texts.otherTabTitle, this.texts.otherTab,
          [[this.texts.useHere, () => this.takeOver()], ...this.wayBack(launched.player)], true);
      }
    } catch (error) {
      this.cannotLoad(error, () => this.start());
    }
  }

  async takeOver() {
    this.view.dismissAll();
    this.view.busy(true);
    await this.tab.takeOver(() => this.taken());
    this.view.busy(false);
    await this.reload();
  }

  /** Another tab goes on: what is here is sent, then this tab stops. */
  async taken() {
    this.isTaken = true;
    await this.leaveContent();
    await Promise.race([this.whenCommitsSettled(), new Promise((resolve) => {
      setTimeout(resolve, TAKEN);
    })]);
    this.stopContent();
    this.view.notice('superseded', this.texts.supersededTitle, this.texts.superseded, this.waysOnHere(), true);
  }

  /** Loads the launch document anew and shows it. */
  async reload() {
    try {
      await this.show(await openLaunch(this.transport));
    } catch (error) {
      this.cannotLoad(error, () => this.reload());
    }
  }

  /** Shows a launch document: contents, controls, content. */
  async show(launched) {
    if (this.isTaken) {
      return;
    }
    this.stopContent();
    this.launched = launched;
    this.model = launched.player;
    this.view.dismissAll();
    this.view.show(this.model);
    this.view.showSaved('', true);
    if (this.model.message) {
      this.view.notice('refused', this.texts.refusedTitle, this.model.message, [[this.texts.dismiss, () => this.view.dismiss('refused')]]);
    }
    if (!this.model.content || this.model.content.window !== 'new') {
      this.stage.closeWindow();
    }
    if (this.model.ended) {
      this.showEnd(this.model.ended);
    } else if (!this.model.content) {
      this.view.notice('choose', this.texts.chooseTitle, this.texts.choose, this.wayBack(this.model));
    } else {
      await this.load(this.model.content);
    }
  }

  async load(content) {
    const launched = this.launched;
    const table = await this.table(launched.launch.version);
    if (this.launched !== launched || this.isTaken) {
      return; // something else is shown meanwhile
    }
    this.view.announce(content.title || this.model.title);
    this.delivery = new Delivery(launched, table, this.transport, this.handlers(), { log: this.options.log });
    const status = await this.delivery.refusal();
    if (this.launched !== launched || this.delivery === null) {
      return;
    }
    if (status !== 0) {
      this.view.notice('missing', this.texts.missingTitle, fill(this.texts.missing, { status }),
        [[this.texts.reload, () => this.reload()], ...this.wayBack(this.model)]);
      return;
    }
    if (content.window === 'new') {
      this.openWindow(content);
    } else {
      this.openHere(content);
    }
    this.limitTime();
  }

  openHere(content) {
    const frame = this.stage.openFrame(content, this.delivery.page, content.title || this.model.title);
    this.delivery.isIn(() => frame.contentWindow);
  }

  /** Where the browser blocks the window, the learner's click opens it, or the content comes into this page. */
  openWindow(content) {
    if (!this.stage.focusWindow()) {
      const opened = this.stage.openWindow(content, this.delivery.page);
      if (opened === null) {
        this.sayBlocked(content);
        return;
      }
      this.delivery.isIn(() => opened);
    }
    this.view.dismiss('blocked');
    this.say('window', [this.openAgain(content)]);
  }

  sayBlocked(content) {
    this.view.dismiss('window');
    this.say('blocked', [this.openAgain(content), [this.texts.openHere, () => {
      this.view.dismiss('blocked');
      this.openHere(content);
    }]]);
  }

  openAgain(content) {
    return [this.texts.openWindow, () => this.openWindow(content)];
  }

  /** The learner closed the content's window, or the host's pages keep themselves apart from the windows that they open. */
  async windowClosed() {
    if (this.delivery.isCutOff) {
      this.sayBlocked(this.model.content);
      return;
    }
    await this.whenCommitsSettled();
    await this.refresh();
  }

  /** Resolves when the server has what the content said, or cannot get it. */
  async whenCommitsSettled() {
    await (this.delivery && this.delivery.whenCommitsSettled());
  }

  /** Reactions to the adapter's events. */
  handlers() {
    return {
      valueset: () => this.view.showSaved(this.texts.saving, false),
      settled: () => {
        this.view.showSaved(this.texts.saved, true);
        this.view.dismiss('offline');
        this.view.dismiss('storage');
      },
      failed: (failure) => this.failed(failure),
      update: (model) => this.update(model),
      navigation: () => this.isBusy || this.reload(),
    };
  }

  /** The server's answer to calls may bring a new table of contents and new controls. */
  update(model) {
    this.model = { ...this.model, toc: model.toc || this.model.toc, controls: model.controls || this.model.controls, reasons: model.reasons || {} };
    this.view.show(this.model);
  }

  async refresh() {
    try {
      this.update((await this.transport.launch()).player);
    } catch (error) {
      this.cannotLoad(error, () => this.refresh());
    }
  }

  failed({ reason, willRetry, exitUrl }) {
    if (reason === 'STORAGE_FULL') {
      this.say('storage', []);
    } else if (willRetry) {
      this.view.showSaved(this.texts.unsaved, false);
      this.say('offline', [[this.texts.retry, () => this.delivery && this.delivery.retryNow()]]);
    } else if (reason === 'SUPERSEDED') {
      // loading this page again would not help: it is of a launch that has nothing more to say
      this.view.notice('superseded', this.texts.supersededTitle, this.texts.superseded, this.wayBack(this.model || { exitUrl }), true);
    } else if (reason === 'GAP') {
      this.view.notice('superseded', this.texts.supersededTitle, this.texts.superseded, this.waysOnHere(), true);
    } else if (reason === 'LINK_INVALID' || reason === 'UNKNOWN') {
      this.view.notice('invalid', this.texts.invalidTitle, this.texts.invalid, this.wayBack(this.model || { exitUrl }), true);
    } else {
      const text = reason === 'REVOKED' ? this.texts.revoked : this.texts.expired;
      this.view.notice('expired', this.texts.expiredTitle, text, this.waysOn(exitUrl), true);
    }
  }

  /** What the learner asked for: content ends first, everything is saved, then the server decides. */
  async request(request, target) {
    if (this.isBusy) {
      return;
    }
    this.isBusy = true;
    this.working = this.serve(request, target);
    await this.working;
  }

  async serve(request, target) {
    this.view.busy(true);
    this.view.say(this.texts.loading);
    try {
      await this.leaveContent();
      await this.whenCommitsSettled();
      const launched = await this.transport.navigate(request, target);
      await this.show(launched);
    } catch (error) {
      this.cannotLoad(error, () => this.request(request, target));
    } finally {
      this.isBusy = false;
      this.view.busy(false);
    }
  }

  /** Takes the content away and gives it the time to say its last. */
  async leaveContent() {
    await (this.delivery && this.delivery.leave());
    await this.stage.leave();
    await (this.delivery && this.delivery.ended());
  }

  stopContent() {
    clearTimeout(this.limit);
    this.delivery && this.delivery.stop();
    this.delivery = null;
    this.stage.clear();
  }

  /** With the switch enforceTimeLimit: what the package's time limit action asks for. */
  limitTime() {
    const millis = this.model.secondsLeft * 1000;
    if (!this.launched.launch.switches.enforceTimeLimit || !(millis >= 0 && millis <= LONGEST_TIMER)) {
      return;
    }
    this.limit = setTimeout(() => this.timeIsUp(this.launched.launch.values.timeLimitAction || ''), millis);
  }

  async timeIsUp(action) {
    const { delivery } = this;
    while (this.isBusy) {
      await this.working;
    }
    if (this.delivery !== delivery) {
      return; // what was busy took the content away
    }
    if (action.startsWith('exit')) {
      await this.request('exit', null);
    }
    if (action.endsWith(',message')) {
      this.say('timeUp', [[this.texts.dismiss, () => this.view.dismiss('timeUp')]]);
    }
  }

  /** The content asked to close its window: the learner chooses how to go on. */
  wantsToClose() {
    if (this.isBusy) {
      return;
    }
    const controls = this.model.controls || {};
    const ways = ['continue', 'suspendAll', 'exitAll'].filter((name) => controls[name] === 'enabled');
    this.view.notice('close', this.texts.closeTitle, this.texts.close,
      [...ways.map((name) => [this.texts[name], () => this.request(name, null)]), ...this.wayBack(this.model)]);
  }

  showEnd(ended) {
    const isSuspended = ended.by === 'suspend';
    const result = [ended.completion, ended.success].map((word) => (word && word !== 'unknown' ? this.texts.status[word] : '')).filter((word) => word);
    const text = isSuspended ? this.texts.suspended : result.length > 0 ? fill(this.texts.result, { result: result.join(', ') }) : this.texts.ended;
    this.view.notice('ended', isSuspended ? this.texts.suspendedTitle : this.texts.endedTitle, text, this.wayBack(this.model), true);
    this.options.onEnd && this.options.onEnd(ended);
  }

  cannotLoad(error, again) {
    const isRefused = error.status >= 400 && error.isTemporary === false;
    if (isRefused) {
      this.failed({ reason: error.reason, willRetry: false, exitUrl: error.exitUrl });
      return;
    }
    this.view.notice('failed', this.texts.failedTitle, this.texts.failed,
      [[this.texts.retry, () => {
        this.view.dismiss('failed');
        again();
      }], ...this.wayBack(this.model || {})], true);
  }

  say(kind, actions) {
    this.view.notice(kind, this.texts[`${kind}Title`], this.texts[kind], actions);
  }

  /** @param exitUrl as a refusal says it, where no launch document came */
  waysOn(exitUrl) {
    return [[this.texts.retry, () => window.location.reload()], ...this.wayBack(this.model || { exitUrl })];
  }

  waysOnHere() {
    return [[this.texts.useHere, () => window.location.reload()], ...this.wayBack(this.model || {})];
  }

  wayBack(model) {
    if (this.options.onExit) {
      return [[this.texts.back, () => this.options.onExit()]];
    }
    return model.exitUrl ? [[this.texts.back, () => window.location.assign(model.exitUrl)]] : [];
  }

  async table(version) {
    const name = version === '1.2' ? 'cmi-1.2.json' : 'cmi-2004.json';
    const response = await fetch(new URL(name, HERE));
    if (!response.ok) {
      throw new Error(`no ${name}: ${response.status}`);
    }
    return response.json();
  }
}
