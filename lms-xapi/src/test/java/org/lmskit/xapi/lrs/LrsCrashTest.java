package org.lmskit.xapi.lrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.xapi.lrs.LrsTests.about;
import static org.lmskit.xapi.lrs.LrsTests.id;
import static org.lmskit.xapi.lrs.LrsTests.statement;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lmskit.Lms;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.contract.Stores;
import org.lmskit.store.Store;
import org.lmskit.store.jdbc.JdbcStore;
import org.lmskit.xapi.Statement;
import org.lmskit.xapi.StatementPage;
import org.lmskit.xapi.StatementQuery;

/** A process that stores batches is killed: acknowledged means stored, unacknowledged absent as a whole. */
class LrsCrashTest {
  private static final int BATCH = 20;
  private static final int KILL_AFTER = 12;

  @Test
  void nothing_acknowledged_is_lost_and_no_batch_is_stored_in_part_on_sqlite(
      @TempDir Path directory) throws IOException, InterruptedException {
    survives("jdbc:sqlite:" + directory.resolve("lrs.db"));
  }

  @Test
  void nothing_acknowledged_is_lost_and_no_batch_is_stored_in_part_on_postgresql()
      throws IOException, InterruptedException {
    survives(Stores.postgresUrl());
  }

  private static void survives(String url) throws IOException, InterruptedException {
    Set<Integer> acknowledged = killInTheMiddle(url);

    try (Store store = open(url)) {
      Lrs lrs = Lrs.on(store, new InMemoryContentStore());
      Set<UUID> found = all(lrs);
      assertThat(found.size() % BATCH).isZero();
      for (int batch = 0; batch * BATCH < found.size(); batch++) {
        assertThat(found).containsAll(ids(batch));
      }
      assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(KILL_AFTER);
      acknowledged.forEach(batch -> assertThat(found).containsAll(ids(batch)));
      lrs.store(batch(found.size() / BATCH));
      assertThat(all(lrs)).hasSize(found.size() + BATCH);
      assertThat(lrs.query(
                  StatementQuery.builder().verb(LrsTests.DID.id()).limit(500).build())
              .statements())
          .as("references survive")
          .hasSizeGreaterThan(KILL_AFTER * BATCH);
    }
  }

  private static Set<Integer> killInTheMiddle(String url) throws IOException, InterruptedException {
    Process child = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            LrsCrashTest.class.getName(),
            url)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    Set<Integer> acknowledged = new HashSet<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        acknowledged.add(Integer.valueOf(line));
        if (acknowledged.size() == KILL_AFTER) {
          child.toHandle().destroyForcibly(); // leaves what it said to be read
        }
      }
    } finally {
      child.destroyForcibly();
      assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
    return acknowledged;
  }

  /** The child: stores batch after batch and says so, until it is killed. */
  public static void main(String[] args) {
    try (Store store = open(args[0])) {
      Lrs lrs = Lrs.on(store, new InMemoryContentStore());
      for (int batch = 0; batch < 10_000; batch++) {
        lrs.store(batch(batch));
        System.out.println(batch);
        System.out.flush();
      }
    }
  }

  private static Store open(String url) {
    return JdbcStore.at(url, Lms.KINDS, Lrs.KINDS);
  }

  /** Half facts, half statements about a fact of the batch before. */
  private static List<Statement> batch(int number) {
    List<Statement> batch = new ArrayList<>();
    for (int i = 0; i < BATCH; i++) {
      UUID id = id(number * BATCH + i);
      batch.add(
          i % 2 == 0
              ? statement(id, LrsTests.ANN, LrsTests.DID, LrsTests.FIRE)
              : about(id, id(Math.max(0, (number - 1) * BATCH + i - 1))));
    }
    return batch;
  }

  private static List<UUID> ids(int batch) {
    return batch(batch).stream().map(Statement::id).toList();
  }

  private static Set<UUID> all(Lrs lrs) {
    Set<UUID> all = new HashSet<>();
    for (StatementQuery next = StatementQuery.builder().limit(500).build(); next != null; ) {
      StatementPage page = lrs.query(next);
      all.addAll(LrsTests.ids(page));
      next = page.next();
    }
    return all;
  }
}
