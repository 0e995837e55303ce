package org.lmskit.scorm.player;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lmskit.model.EnrollmentId;
import org.lmskit.scorm.Launch;
import org.lmskit.scorm.cts.CtsDelivery;
import org.lmskit.scorm.cts.CtsLms;
import org.lmskit.scorm.cts.CtsPackages;
import org.lmskit.scorm.cts.CtsReply;
import org.lmskit.scorm.runtime.ApiCall;
import org.lmskit.scorm.sequencing.Request;
import org.lmskit.scorm.sequencing.RequestType;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * The player in a browser for one learner: its buttons are pressed, its page is read, and a page of
 * our own makes the calls on the API that it finds.
 */
final class BrowserLms implements CtsLms {
  /** Content that finds its API as content does, and does what the test says. */
  static final String PAGE = """
      <!doctype html><title>Conformance</title>
      <script>
        function find(at) {
          for (let hops = 0; hops < 500 && at; hops++) {
            if (at.API_1484_11) return at.API_1484_11;
            if (at.parent === at) return at.opener ? find(at.opener) : null;
            at = at.parent;
          }
          return null;
        }
        const api = find(window);
        const call = ([name, ...args]) => [String(api[name](...args)), String(api.GetLastError())];
        let last = [];
        window.addEventListener('pagehide', () => { last.forEach(call); });
        window.page = { call, leaveWith: (calls) => { last = calls; } };
      </script>
      """;

  /** Calls back when the player shows something else than before and its content is there. */
  private static final String AWAIT = """
      const [before, done] = [arguments[0], arguments[arguments.length - 1]];
      const player = window.lmskitPlayer;
      const started = Date.now();
      (function look() {
        const frame = document.querySelector('iframe.content');
        const isReady = player && player.model && !player.isBusy && player.launched
            && player.launched.number !== before
            && (document.querySelector('.message') !== null
                || (frame !== null && frame.contentWindow && frame.contentWindow.page !== undefined));
        if (isReady || Date.now() - started > 15000) {
          if (player && player.launched) player.launched.number = before + 1;
          done(Boolean(isReady));
        } else {
          setTimeout(look, 5);
        }
      })();
      """;

  private static final String SHOWN = """
      const frame = document.querySelector('iframe.content');
      const ids = (all) => [...document.querySelectorAll(all)].map((e) => e.dataset.item || e.dataset.control);
      const ended = window.lmskitPlayer.model.ended;
      return {
        href: frame === null ? '' : frame.getAttribute('src'),
        contents: ids('[data-item]'),
        selectable: ids('[data-item]:not([aria-disabled])'),
        enabled: ids('[data-control]:not([aria-disabled])'),
        ended: ended ? ended.by : '',
      };
      """;
  private static final String CALL = """
      const [call, done] = [arguments[0], arguments[arguments.length - 1]];
      const player = window.lmskitPlayer;
      let navigated = false;
      const note = () => { navigated = true; };
      const adapter = player.delivery.adapter;
      adapter.addEventListener('navigation', note);
      const reply = document.querySelector('iframe.content').contentWindow.page.call(call);
      const settled = call[0] === 'Terminate' ? adapter.whenCommitsSettled() : Promise.resolve();
      settled.then(() => {
        adapter.removeEventListener('navigation', note);
        done([...reply, navigated]);
      });
      """;
  private static final String LEAVE = """
      const [request, target, calls] = arguments;
      const frame = document.querySelector('iframe.content');
      frame && frame.contentWindow.page.leaveWith(calls);
      const button = [...document.querySelectorAll(target === null ? '[data-control]' : '[data-item]')]
        .find((b) => (target === null ? b.dataset.control === request : b.dataset.item === target));
      if (button && button.getAttribute('aria-disabled') === null) {
        button.click();
      } else {
        window.lmskitPlayer.request(request, target);
      }
      """;

  private final EngineSite site;
  private final ChromeDriver driver;
  private final CtsPackages packages;
  private final Path folder;
  private final String learner;
  private final Map<String, EnrollmentId> enrollments;
  private String open = "";
  private Launch launch;
  private boolean isShown;
  private long number;

  BrowserLms(
      EngineSite site, ChromeDriver driver, CtsPackages packages, Path folder, String learner) {
    this.site = site;
    this.driver = driver;
    this.packages = packages;
    this.folder = folder;
    this.learner = learner;
    this.enrollments = new HashMap<>();
  }

  @Override
  public void open(String name) {
    open = name;
    isShown = false;
    enrollments.computeIfAbsent(
        name, key -> site.enroll(learner, site.publish(packages.zip(key, PAGE, folder))));
  }

  @Override
  public CtsDelivery navigate(Request request, List<ApiCall> unload) {
    if (!isShown) {
      launch = site.launch(enrollments.get(open));
      driver.get(site.url(launch));
      isShown = true;
      var begun = await(-1);
      return request.type().hasTarget() && !isDelivered(request.target())
          ? asked(request, List.of())
          : begun;
    }
    return asked(request, unload);
  }

  private boolean isDelivered(String activity) {
    return site.view(launch)
        .registration()
        .delivered()
        .filter(delivered -> delivered.id().equals(activity))
        .isPresent();
  }

  private CtsDelivery asked(Request request, List<ApiCall> unload) {
    var target = request.type() == RequestType.CHOICE ? request.target() : null;
    driver.executeScript(
        LEAVE,
        request.type().code(),
        target,
        unload.stream().map(BrowserLms::words).toList());
    return await(number);
  }

  private static List<String> words(ApiCall call) {
    var words = new java.util.ArrayList<>(List.of(call.name()));
    words.addAll(call.args());
    return words;
  }

  @Override
  public CtsReply call(ApiCall call) {
    var reply = (List<?>) driver.executeAsyncScript(CALL, words(call));
    boolean navigated = (Boolean) reply.get(2);
    return new CtsReply(
        String.valueOf(reply.get(0)),
        String.valueOf(reply.get(1)),
        navigated ? Optional.of(await(number)) : Optional.empty());
  }

  private CtsDelivery await(long before) {
    boolean isReady = (Boolean) driver.executeAsyncScript(AWAIT, before);
    number = before + 1;
    if (!isReady) {
      throw new AssertionError("the player shows nothing new: "
          + driver.executeScript("return document.body.innerText"));
    }
    return shown();
  }

  private CtsDelivery shown() {
    var page = new LinkedHashMap<String, Object>();
    ((Map<?, ?>) driver.executeScript(SHOWN))
        .forEach((key, value) -> page.put((String) key, value));
    var ended = String.valueOf(page.get("ended"));
    isShown = ended.isEmpty();
    return new CtsDelivery(
        site.view(launch).registration().delivered().map(activity -> activity.id()),
        String.valueOf(page.get("href")),
        !ended.isEmpty(),
        ended.equals("suspend"),
        "",
        texts(page.get("enabled")),
        List.copyOf(texts(page.get("contents"))),
        texts(page.get("selectable")));
  }

  private static Set<String> texts(Object list) {
    var texts = new HashSet<String>();
    ((List<?>) list).forEach(text -> texts.add(String.valueOf(text)));
    return texts;
  }

  @Override
  public String learnerId() {
    return learner;
  }

  @Override
  public String learnerName() {
    return "";
  }
}
