package org.lmskit.scorm.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lmskit.scorm.runtime.ApiCall;
import org.lmskit.scorm.runtime.CmiVersion;
import org.lmskit.scorm.runtime.Compatibility;
import org.lmskit.scorm.runtime.LaunchData;
import org.lmskit.scorm.runtime.RuntimeState;
import org.lmskit.scorm.runtime.Switch;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The adapter in a real browser, against a server that speaks the protocol. */
class AdapterTest {
  /** A page that launches and shows its content in a frame, as the player does. */
  private static final String HARNESS = """
      <!doctype html><title>harness</title><iframe id="content"></iframe>
      <script type="module">
        import { Adapter, openLaunch } from '/player/adapter.js';
        import { HttpTransport } from '/player/transport.js';
        const query = new URLSearchParams(location.search);
        const transport = new HttpTransport(`/${query.get('lms') || 'lms'}/${query.get('launch')}`);
        const launched = await openLaunch(transport);
        const name = launched.launch.version === '1.2' ? 'cmi-1.2' : 'cmi-2004';
        const table = await (await fetch(`/player/${name}.json`)).json();
        window.adapter = new Adapter(launched, table, transport, { log: true });
        window.events = [];
        ['initialised', 'valueset', 'committed', 'terminated', 'failed', 'settled'].forEach((type) =>
          adapter.addEventListener(type, (event) => events.push([type, event.detail])));
        adapter.install();
        if (query.get('content')) {
          document.getElementById('content').src = query.get('content');
        }
        window.ready = true;
      </script>
      """;
  /** Content that finds its API as content does, and says everything while it is taken away. */
  private static final String LEAVES_LATE = """
      <!doctype html><title>content</title><p>content</p>
      <script>
        function find(w) { let n = 0; while (!w.API_1484_11 && w.parent !== w && n++ < 7) w = w.parent; return w.API_1484_11; }
        const api = find(window) || (window.opener && find(window.opener));
        api.Initialize('');
        window.addEventListener('unload', () => {
          api.SetValue('cmi.suspend_data', 'x'.repeat(204800));
          api.SetValue('cmi.completion_status', 'completed');
          window.parent.valid = api.GetValue('adl.nav.request_valid.continue');
          api.SetValue('cmi.exit', 'suspend');
          api.SetValue('cmi.session_time', 'PT10M');
          api.Commit('');
          api.Terminate('');
        });
        window.begun = true;
      </script>
      """;

  private static Chromium chromium;
  private PlayerServer server;
  private TinyLms lms;
  private ChromeDriver driver;

  @BeforeAll
  static void startBrowser() throws IOException {
    chromium = Chromium.start();
  }

  @AfterAll
  static void endBrowser() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void startServer() {
    server = new PlayerServer();
    lms = new TinyLms(
        server, LaunchData.of(CmiVersion.SCORM_2004_4TH, "L1", "Doe, Jo").build());
    server.page("/harness", HARNESS);
    server.page("/late", LEAVES_LATE);
    server.page("/blank", "<!doctype html><title>blank</title>");
    driver = chromium.driver();
    driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(20));
  }

  @AfterEach
  void stopServer() {
    driver.get("about:blank");
    server.close();
  }

  @Test
  void values_set_together_travel_in_one_batch_in_order() {
    open("a", "");

    js(
        "const a = API_1484_11; a.Initialize(''); for (let i = 0; i < 30; i++) a.SetValue('cmi.location', 'p' + i);"
            + "a.SetValue('cmi.score.scaled', '2');");
    settle();

    assertThat(lms.batches()).containsExactly("a/1");
    assertThat(lms.received()).hasSize(31).startsWith(new ApiCall("Initialize", ""));
    assertThat(lms.received().subList(1, 31))
        .isEqualTo(IntStream.range(0, 30)
            .mapToObj(i -> new ApiCall("SetValue", "cmi.location", "p" + i))
            .toList());
    assertThat(lms.value("cmi.location")).isEqualTo("p29");
  }

  @Test
  void suspend_data_set_again_and_again_travels_once() {
    open("a", "");

    js(
        "const a = API_1484_11; a.Initialize(''); for (let i = 0; i < 50; i++) a.SetValue('cmi.suspend_data', 'd' + i);");
    settle();

    assertThat(lms.received())
        .containsExactly(
            new ApiCall("Initialize", ""), new ApiCall("SetValue", "cmi.suspend_data", "d49"));
  }

  @Test
  void server_that_fails_for_a_while_gets_everything_once_and_in_order() {
    open("a", "");
    lms.failNext(2);

    js(
        "const a = API_1484_11; a.Initialize(''); a.SetValue('cmi.location', '1'); adapter.outbox.flush();"
            + "a.SetValue('cmi.location', '2'); a.Commit(''); a.SetValue('cmi.location', '3');");
    settle();

    assertThat(lms.received().stream().map(call -> String.join(" ", call.args())))
        .containsExactly("", "cmi.location 1", "cmi.location 2", "", "cmi.location 3");
    assertThat(events("failed"))
        .isNotEmpty()
        .allMatch(detail -> detail.get("willRetry").equals(true));
  }

  @Test
  void terminate_is_on_the_server_when_it_returns() {
    open("a", "");

    js(
        "const a = API_1484_11; a.Initialize(''); a.SetValue('cmi.completion_status', 'completed'); a.Terminate('');");

    assertThat(lms.phase()).isEqualTo(RuntimeState.Phase.TERMINATED);
    assertThat(lms.value("cmi.completion_status")).isEqualTo("completed");
    assertThat(eventNames()).containsSubsequence("initialised", "valueset", "terminated");
  }

  @Test
  void request_valid_is_asked_anew_when_something_was_set_since() {
    open("a", "");

    var before = js(
        "API_1484_11.Initialize(''); return API_1484_11.GetValue('adl.nav.request_valid.continue');");
    var after = js("API_1484_11.SetValue('cmi.success_status', 'passed');"
        + "return API_1484_11.GetValue('adl.nav.request_valid.continue')"
        + " + API_1484_11.GetValue('adl.nav.request_valid.choice.{target=item-2}')"
        + " + API_1484_11.GetValue('adl.nav.request_valid.choice.{target=nowhere}');");

    assertThat(before).isEqualTo("false");
    assertThat(after).isEqualTo("truetrueunknown");
  }

  @Test
  void content_whose_frame_goes_is_heard_to_the_end_while_the_player_lives_on() {
    open("a", "/late");
    waitUntil("return document.getElementById('content').contentWindow.begun === true");

    js("document.getElementById('content').src = '/blank'");
    waitUntil("return events.some((event) => event[0] === 'terminated')");
    settle();

    assertEverythingArrived();
  }

  @Test
  void suspend_data_of_200_kilobytes_survives_the_closing_of_the_tab() {
    var home = driver.getWindowHandle();
    driver.switchTo().newWindow(WindowType.TAB);
    open("a", "/late");
    waitUntil("return document.getElementById('content').contentWindow.begun === true");
    driver.close();
    driver.switchTo().window(home);

    open("b", "");

    assertEverythingArrived();
    assertThat(lms.batches()).allMatch(batch -> batch.startsWith("a/"));
    js("API_1484_11.Initialize('')");
    assertThat(js("return API_1484_11.GetValue('cmi.entry')")).isEqualTo("resume");
    assertThat(js("return String(API_1484_11.GetValue('cmi.suspend_data').length)"))
        .isEqualTo("204800");
    assertThat(js("return API_1484_11.GetValue('cmi.total_time')")).isEqualTo("PT10M");
  }

  @Test
  void little_that_is_set_while_the_tab_closes_arrives_without_another_launch() {
    var home = driver.getWindowHandle();
    driver.switchTo().newWindow(WindowType.TAB);
    open("a", "");
    js("API_1484_11.Initialize(''); API_1484_11.SetValue('cmi.location', 'last page');");
    driver.close();
    driver.switchTo().window(home);

    new WebDriverWait(driver, Duration.ofSeconds(10), Duration.ofMillis(25))
        .until(d -> lms.value("cmi.location").equals("last page"));
  }

  @Test
  void request_valid_is_unknown_while_the_page_is_dismissed() {
    open("a", "");

    var answer = js(
        "API_1484_11.Initialize(''); adapter.isDismissed = true; API_1484_11.SetValue('cmi.location', '1');"
            + "return API_1484_11.GetValue('adl.nav.request_valid.continue');");

    assertThat(answer).isEqualTo("unknown");
  }

  @Test
  void calls_made_off_line_wait_in_the_journal_and_come_with_the_next_launch() {
    open("a", "");
    lms.failNext(1000);
    js(
        "API_1484_11.Initialize(''); API_1484_11.SetValue('cmi.location', 'kept'); API_1484_11.Commit('');"
            + "API_1484_11.SetValue('cmi.location', 'kept too');");
    driver.get(server.url("/blank"));
    lms.failNext(0);

    open("b", "");

    assertThat(lms.value("cmi.location")).isEqualTo("kept too");
    assertThat(lms.received().stream().map(ApiCall::name))
        .containsExactly("Initialize", "SetValue", "Commit", "SetValue");
  }

  @Test
  void refused_launch_is_told_once_and_fails_commits() {
    open("a", "");
    lms.refuse("SUPERSEDED");

    js("API_1484_11.Initialize(''); API_1484_11.SetValue('cmi.location', '1');");
    settle();

    assertThat(events("failed")).hasSize(1);
    assertThat(events("failed").get(0))
        .containsEntry("reason", "SUPERSEDED")
        .containsEntry("willRetry", false);
    assertThat(js("return API_1484_11.Commit('') + API_1484_11.GetLastError()"))
        .isEqualTo("false391");
  }

  @Test
  void content_in_a_window_of_its_own_finds_the_api_through_its_opener() {
    open("a", "");
    js("window.open('/late', 'sco')");

    new WebDriverWait(driver, Duration.ofSeconds(10), Duration.ofMillis(25))
        .until(d -> lms.received().contains(new ApiCall("Initialize", "")));
    driver.getWindowHandles().stream()
        .filter(handle -> !handle.equals(driver.getWindowHandle()))
        .findFirst()
        .ifPresent(handle -> driver.switchTo().window(handle).close());
    driver.switchTo().window(driver.getWindowHandles().iterator().next());

    waitUntil("return events.some((event) => event[0] === 'terminated')");
    settle();
    assertThat(lms.value("cmi.completion_status")).isEqualTo("completed");
  }

  @Test
  void commit_waits_for_the_server_where_the_switch_says_so() {
    relaunch(Switch.COMMIT_WAITS, 1);
    open("a", "");

    js(
        "API_1484_11.Initialize(''); API_1484_11.SetValue('cmi.location', '1'); API_1484_11.Commit('');");

    assertThat(lms.value("cmi.location")).isEqualTo("1");
  }

  @Test
  void terminate_does_not_wait_for_the_server_where_the_switch_says_so() {
    relaunch(Switch.FINISH_CAUSES_COMMIT, 0);
    open("a", "");

    var pending = js("API_1484_11.Initialize(''); API_1484_11.Terminate('');"
        + "return String(adapter.outbox.isEmpty)");

    assertThat(pending).isEqualTo("false");
    settle();
    assertThat(lms.phase()).isEqualTo(RuntimeState.Phase.TERMINATED);
  }

  @Test
  void values_wait_as_long_for_company_as_the_switch_says() {
    relaunch(Switch.COALESCE_MILLIS, 60_000);
    open("a", "");

    js("API_1484_11.Initialize(''); API_1484_11.SetValue('cmi.location', '1');");
    js("API_1484_11.SetValue('cmi.location', '2'); API_1484_11.Commit('');");
    settle();

    assertThat(lms.batches()).containsExactly("a/1");
  }

  @Test
  void content_of_12_finds_the_api_of_12_alone() {
    lms =
        new TinyLms(server, LaunchData.of(CmiVersion.SCORM_12, "L1", "Doe, Jo").build(), "/old/");
    driver.get(server.url("/harness?launch=a&content=&lms=old"));
    waitUntil("return window.ready === true");

    assertThat(
            js(
                "return typeof window.API_1484_11 + API.LMSInitialize('') + API.LMSGetValue('cmi.core.student_id')"))
        .isEqualTo("undefinedtrueL1");
    assertThat(
            js(
                "return API.LMSSetValue('cmi.core.score.raw', 85) + API.LMSGetValue('cmi.core.score.raw')"))
        .isEqualTo("true85");
    assertThat(js("return API.LMSFinish('') + API.LMSGetLastError()")).isEqualTo("true0");
    assertThat(lms.value("cmi.core.lesson_status")).isEqualTo("completed");
  }

  @Test
  void adapter_finds_an_api_above_it_as_content_does() {
    open("a", "/blank");

    driver.executeAsyncScript("const done = arguments[0];"
        + "import('/player/adapter.js').then(({ findApi }) => {"
        + "  window.found = findApi(document.getElementById('content').contentWindow, 'API_1484_11') === API_1484_11;"
        + "  window.missing = findApi(window, 'API') === null; done(); });");

    assertThat(driver.executeScript("return found && missing")).isEqualTo(true);
  }

  @Test
  void call_log_shows_what_content_did() {
    open("a", "");

    js(
        "API_1484_11.Initialize(''); API_1484_11.SetValue('cmi.score.scaled', '7'); API_1484_11.GetLastError();"
            + "for (let i = 0; i < 1200; i++) API_1484_11.GetValue('cmi.mode');");

    assertThat(js("return String(adapter.log.length)")).isEqualTo("1000");
    assertThat(
            js(
                "const last = adapter.log[999]; return last.name + last.args + last.result + last.error"))
        .isEqualTo("GetValuecmi.modenormal0");
    js("API_1484_11.Commit('')");
    settle();
    assertThat(lms.log().entries().stream().map(entry -> entry.call().name()))
        .containsExactly("GetValue", "GetValue", "GetValue");
  }

  private void assertEverythingArrived() {
    assertThat(lms.phase()).isNotEqualTo(RuntimeState.Phase.RUNNING);
    assertThat(lms.value("cmi.suspend_data").length()).isEqualTo(204_800);
    assertThat(lms.value("cmi.completion_status")).isEqualTo("completed");
    assertThat(lms.received().stream().map(ApiCall::name))
        .containsExactly(
            "Initialize", "SetValue", "SetValue", "SetValue", "SetValue", "Commit", "Terminate");
  }

  private void relaunch(Switch which, int value) {
    server.close();
    server = new PlayerServer();
    server.page("/harness", HARNESS);
    var switches = Compatibility.standard(CmiVersion.SCORM_2004_4TH).with(which, value);
    lms = new TinyLms(
        server,
        LaunchData.of(CmiVersion.SCORM_2004_4TH, "L1", "Doe, Jo")
            .compatibility(switches)
            .build());
  }

  private void open(String launch, String content) {
    driver.get(server.url("/harness?launch=" + launch + "&content=" + content));
    waitUntil("return window.ready === true");
  }

  private void waitUntil(String condition) {
    new WebDriverWait(driver, Duration.ofSeconds(10), Duration.ofMillis(25))
        .until(d -> Boolean.TRUE.equals(driver.executeScript(condition)));
  }

  private void settle() {
    driver.executeAsyncScript("adapter.whenCommitsSettled().then(arguments[0])");
  }

  private String js(String script) {
    return (String) driver.executeScript(script);
  }

  @SuppressWarnings("unchecked")
  private List<String> eventNames() {
    return (List<String>) driver.executeScript("return events.map((event) => event[0])");
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> events(String name) {
    return (List<Map<String, Object>>) driver.executeScript(
        "return events.filter((event) => event[0] === arguments[0]).map((event) => event[1])",
        name);
  }
}
