package org.lmskit.xapi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.contract.HttpServers;
import org.lmskit.model.TenantId;
import org.lmskit.store.InMemoryStore;
import org.lmskit.store.Store;
import org.lmskit.store.jdbc.JdbcStore;
import org.lmskit.xapi.Access;
import org.lmskit.xapi.Activity;
import org.lmskit.xapi.Agent;
import org.lmskit.xapi.Statement;
import org.lmskit.xapi.StatementPage;
import org.lmskit.xapi.StatementQuery;
import org.lmskit.xapi.Verb;
import org.lmskit.xapi.http.BasicAuthenticator;
import org.lmskit.xapi.http.Caller;
import org.lmskit.xapi.http.Credential;
import org.lmskit.xapi.http.LrsHttp;
import org.lmskit.xapi.http.SecretHash;
import org.lmskit.xapi.lrs.Lrs;

/** A process that sends and delivers statements is killed; another one goes on with its outbox. */
class OutboxCrashTest {
  private static final int KILL_AFTER = 60;
  private static final int DELIVER_EVERY = 7;
  private static final String ACTIVITY = "http://e.x/";

  private final Lrs lrs = Lrs.on(new InMemoryStore(), new InMemoryContentStore());

  @Test
  void nothing_sent_is_lost_or_delivered_twice_and_the_order_stays(@TempDir Path directory)
      throws Exception {
    Path file = directory.resolve("outbox.db");
    try (HttpServers.Running server = HttpServers.JDK.start("/xapi", handler())) {
      String endpoint = server.address() + "/";
      int sent = killInTheMiddle(file, endpoint);

      // the lease of the killed process ends before this clock
      Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(10));
      try (Store store = JdbcStore.sqlite(file, Outbox.KINDS)) {
        Outbox.Status status =
            Outbox.on(store, client(endpoint)).clock(later).build().pump(Duration.ofMinutes(1));
        assertThat(status.waiting()).isZero();
        assertThat(status.refused()).isZero();
      }

      List<Integer> delivered = delivered();
      assertThat(delivered)
          .hasSizeGreaterThanOrEqualTo(sent)
          .isEqualTo(IntStream.range(0, delivered.size()).boxed().toList());
    }
  }

  /** How many statements were on disk by their own word. */
  private static int killInTheMiddle(Path file, String endpoint)
      throws IOException, InterruptedException {
    Process child = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-cp",
            System.getProperty("java.class.path"),
            OutboxCrashTest.class.getName(),
            file.toString(),
            endpoint)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    int sent = 0;
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        sent = Integer.parseInt(line) + 1;
        if (sent == KILL_AFTER) {
          child.toHandle().destroyForcibly(); // leaves what it said to be read
        }
      }
    } finally {
      child.destroyForcibly();
      assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(sent).isGreaterThanOrEqualTo(KILL_AFTER);
    return sent;
  }

  /** The child: sends statement after statement, says so, and delivers some, until it is killed. */
  public static void main(String[] args) {
    try (Store store = JdbcStore.sqlite(Path.of(args[0]), Outbox.KINDS)) {
      Outbox outbox = Outbox.on(store, client(args[1])).batch(3).build();
      for (int number = 0; number < 10_000; number++) {
        outbox.send(new Statement(
            Agent.mbox("ann@example.org"),
            Verb.of("http://e.x/did", "did"),
            Activity.of(ACTIVITY + number)));
        System.out.println(number);
        System.out.flush();
        if (number % DELIVER_EVERY == DELIVER_EVERY - 1) outbox.pump(Duration.ofSeconds(5));
      }
    }
  }

  private static XapiClient client(String endpoint) {
    return XapiClient.to(URI.create(endpoint)).basic("key", "secret").build();
  }

  private LrsHttp handler() {
    Credential credential = new Credential(
        "key",
        SecretHash.of("secret", new SecureRandom(), 10),
        new Caller(TenantId.DEFAULT, Access.all(Agent.mbox("lrs@e.x"))));
    return LrsHttp.builder(caller -> lrs.as(caller.access()), BasicAuthenticator.of(credential))
        .build();
  }

  private List<Integer> delivered() {
    List<Integer> all = new ArrayList<>();
    for (StatementQuery next = StatementQuery.builder().ascending(true).build(); next != null; ) {
      StatementPage page = lrs.query(next);
      page.statements().stream()
          .map(one -> ((Activity) one.statement().object()).id().value())
          .forEach(id -> all.add(Integer.valueOf(id.substring(ACTIVITY.length()))));
      next = page.next();
    }
    return all;
  }
}
