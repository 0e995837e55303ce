package org.lmskit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lmskit.content.Blob;
import org.lmskit.content.ContentBatch;
import org.lmskit.content.ContentStore;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.Sha256;
import org.lmskit.model.StoreFailureException;
import org.lmskit.model.TenantId;

/** Every promise of {@link ContentStore}: an implementation extends this and adds nothing. */
public abstract class ContentStoreContract {
  private static final TenantId ACME = new TenantId("acme");
  private static final TenantId OTHER = new TenantId("other");
  private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");
  private static final byte[] HELLO = "hello, world".getBytes(StandardCharsets.UTF_8);

  private Instant now = START;
  private ContentStore store;

  /**
   * An empty store.
   *
   * @param clock what it takes the time of a put from
   */
  protected abstract ContentStore emptyStore(Clock clock);

  @BeforeEach
  void open() {
    InstantSource source = () -> now;
    store = emptyStore(source.withZone(ZoneOffset.UTC));
  }

  private Blob put(TenantId tenant, byte[] bytes) {
    return store.put(tenant, new ByteArrayInputStream(bytes), Long.MAX_VALUE);
  }

  private byte[] read(Blob blob, long from, long length) {
    try (InputStream in = store.open(blob, from, length)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Sha256> putBefore(TenantId tenant, Instant limit) {
    List<Sha256> found = new ArrayList<>();
    store.each(tenant, limit, blob -> found.add(blob.hash()));
    return found;
  }

  @Test
  void blob_is_named_by_the_digest_of_its_bytes_and_reads_back() {
    Blob blob = put(ACME, HELLO);

    assertThat(blob).isEqualTo(new Blob(ACME, Sha256.of(HELLO), HELLO.length));
    assertThat(store.find(ACME, blob.hash())).contains(blob);
    assertThat(read(blob, 0, blob.size())).isEqualTo(HELLO);
  }

  @Test
  void empty_blob_is_a_blob() {
    Blob blob = put(ACME, new byte[0]);

    assertThat(store.find(ACME, Sha256.of(new byte[0]))).contains(blob);
    assertThat(read(blob, 0, 10)).isEmpty();
  }

  @Test
  void large_blob_survives_whole() {
    byte[] large = new byte[5_000_003];
    new Random(11).nextBytes(large);

    Blob blob = put(ACME, large);

    assertThat(blob.hash()).isEqualTo(Sha256.of(large));
    assertThat(read(blob, 0, Long.MAX_VALUE)).isEqualTo(large);
  }

  @Test
  void same_bytes_are_one_blob() {
    Blob first = put(ACME, HELLO);
    Blob second = put(ACME, HELLO.clone());

    assertThat(second).isEqualTo(first);
    assertThat(putBefore(ACME, Instant.MAX)).containsExactly(first.hash());
  }

  @Test
  void part_of_a_blob_is_read_alone_and_what_lies_beyond_the_end_is_left_out() throws IOException {
    Blob blob = put(ACME, HELLO);

    assertThat(read(blob, 7, 5)).isEqualTo("world".getBytes(StandardCharsets.UTF_8));
    assertThat(read(blob, 7, 500)).isEqualTo("world".getBytes(StandardCharsets.UTF_8));
    assertThat(read(blob, HELLO.length, 1)).isEmpty();
    assertThat(read(blob, 3, 0)).isEmpty();
    try (InputStream in = store.open(blob, 2, 4)) {
      assertThat(in.read()).isEqualTo('l');
      in.skipNBytes(2);
      assertThat(in.read()).isEqualTo(',');
      assertThat(in.read()).isEqualTo(-1);
    }
  }

  @Test
  void part_that_begins_outside_is_a_mistake_of_the_caller() {
    Blob blob = put(ACME, HELLO);

    assertThatThrownBy(() -> store.open(blob, HELLO.length + 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store.open(blob, -1, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store.open(blob, 0, -1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void bytes_up_to_the_limit_are_accepted_and_one_more_is_refused() {
    store.put(ACME, new ByteArrayInputStream(HELLO), HELLO.length);
    byte[] more =
        (new String(HELLO, StandardCharsets.UTF_8) + "!").getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> store.put(ACME, new ByteArrayInputStream(more), HELLO.length))
        .isInstanceOf(StoreFailureException.class)
        .hasMessageContaining(String.valueOf(HELLO.length));
    assertThat(store.find(ACME, Sha256.of(more))).isEmpty();
    assertThat(putBefore(ACME, Instant.MAX)).containsExactly(Sha256.of(HELLO));
  }

  @Test
  void stream_that_breaks_leaves_nothing() {
    InputStream broken =
        new SequenceInputStream(new ByteArrayInputStream(new byte[100_000]), new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the line is cut");
          }
        });

    assertThatThrownBy(() -> store.put(ACME, broken, Long.MAX_VALUE))
        .isInstanceOf(StoreFailureException.class)
        .hasRootCauseMessage("the line is cut");
    assertThat(putBefore(ACME, Instant.MAX)).isEmpty();
  }

  @Test
  void tenants_never_share_a_blob() {
    Blob mine = put(ACME, HELLO);

    assertThat(store.find(OTHER, mine.hash())).isEmpty();
    assertThat(putBefore(OTHER, Instant.MAX)).isEmpty();

    Blob theirs = put(OTHER, HELLO);
    store.release(ACME, mine.hash());

    assertThat(store.find(ACME, mine.hash())).isEmpty();
    assertThat(read(theirs, 0, theirs.size())).isEqualTo(HELLO);
  }

  @Test
  void tenant_ids_of_any_characters_are_kept_apart() {
    List<TenantId> tenants = new ArrayList<>();
    for (String id : List.of(
        "..", "a/b", "a\\b", "A", "a", "con", "ä", "a b", "*?:", "\uD83D\uDE80".repeat(64))) {
      tenants.add(new TenantId(id));
    }

    for (TenantId tenant : tenants) {
      put(tenant, tenant.value().getBytes(StandardCharsets.UTF_8));
    }

    for (TenantId tenant : tenants) {
      Sha256 only = Sha256.of(tenant.value().getBytes(StandardCharsets.UTF_8));
      assertThat(putBefore(tenant, Instant.MAX)).as(tenant.value()).containsExactly(only);
    }
    assertThat(store.tenants()).containsExactlyInAnyOrderElementsOf(tenants);
  }

  @Test
  void tenant_is_named_as_long_as_he_has_blobs() {
    assertThat(store.tenants()).isEmpty();
    put(ACME, HELLO);
    put(OTHER, HELLO);
    put(OTHER, HELLO);

    store.delete(ACME);

    assertThat(store.tenants()).containsExactly(OTHER);
  }

  @Test
  void released_blob_is_gone_and_releasing_again_is_harmless() {
    Blob blob = put(ACME, HELLO);

    store.release(ACME, blob.hash());
    store.release(ACME, blob.hash());

    assertThat(store.find(ACME, blob.hash())).isEmpty();
    assertThatThrownBy(() -> store.open(blob, 0, 1))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining(blob.hash().hex());
    assertThat(put(ACME, HELLO)).isEqualTo(blob);
  }

  @Test
  void each_visits_what_was_last_put_before_a_time() {
    Blob old = put(ACME, HELLO);
    now = START.plus(Duration.ofHours(1));
    Blob young = put(ACME, "young".getBytes(StandardCharsets.UTF_8));

    assertThat(putBefore(ACME, START)).isEmpty();
    assertThat(putBefore(ACME, START.plusSeconds(1))).containsExactly(old.hash());
    assertThat(putBefore(ACME, now.plusSeconds(1)))
        .containsExactlyInAnyOrder(old.hash(), young.hash());
  }

  @Test
  void putting_again_makes_a_blob_young() {
    Blob blob = put(ACME, HELLO);
    now = START.plus(Duration.ofHours(1));

    put(ACME, HELLO);

    assertThat(putBefore(ACME, now)).isEmpty();
    assertThat(putBefore(ACME, now.plusSeconds(1))).containsExactly(blob.hash());
  }

  @Test
  void blobs_may_be_released_while_they_are_visited() {
    for (int i = 0; i < 20; i++) {
      put(ACME, new byte[] {(byte) i});
    }

    store.each(ACME, Instant.MAX, blob -> store.release(ACME, blob.hash()));

    assertThat(putBefore(ACME, Instant.MAX)).isEmpty();
  }

  @Test
  void blobs_of_a_finished_batch_are_like_others() {
    List<Blob> blobs = new ArrayList<>();

    try (ContentBatch batch = store.batch(ACME)) {
      for (int i = 0; i < 20; i++) {
        blobs.add(batch.put(new ByteArrayInputStream(new byte[] {(byte) i, 1}), 2));
      }
      blobs.add(batch.put(new ByteArrayInputStream(new byte[0]), 0));
      batch.finish();
    }

    assertThat(blobs).allSatisfy(blob -> {
      assertThat(store.find(ACME, blob.hash())).contains(blob);
      assertThat(Sha256.of(read(blob, 0, blob.size()))).isEqualTo(blob.hash());
    });
    assertThat(putBefore(ACME, Instant.MAX)).hasSize(21);
    assertThat(store.tenants()).containsExactly(ACME);
  }

  @Test
  void same_bytes_in_a_batch_or_before_it_are_one_blob_and_young() {
    Blob before = put(ACME, HELLO);
    now = START.plus(Duration.ofHours(1));

    try (ContentBatch batch = store.batch(ACME)) {
      assertThat(batch.put(new ByteArrayInputStream(HELLO), 100)).isEqualTo(before);
      batch.put(new ByteArrayInputStream(new byte[3]), 100);
      batch.finish();
      batch.put(new ByteArrayInputStream(new byte[3]), 100);
      batch.finish();
    }

    assertThat(putBefore(ACME, now)).isEmpty();
    assertThat(putBefore(ACME, now.plusSeconds(1))).hasSize(2);
  }

  @Test
  void file_that_a_batch_refuses_leaves_nothing_and_the_others_alone() {
    try (ContentBatch batch = store.batch(ACME)) {
      Blob first = batch.put(new ByteArrayInputStream(HELLO), HELLO.length);
      assertThatThrownBy(
              () -> batch.put(new ByteArrayInputStream(new byte[HELLO.length + 1]), HELLO.length))
          .isInstanceOf(StoreFailureException.class);
      batch.finish();

      assertThat(putBefore(ACME, Instant.MAX)).containsExactly(first.hash());
    }
  }

  @Test
  void batch_that_was_not_finished_leaves_whole_blobs_or_none() {
    try (ContentBatch batch = store.batch(ACME)) {
      batch.put(new ByteArrayInputStream(HELLO), HELLO.length);
    }

    store.each(
        ACME, Instant.MAX, blob -> assertThat(read(blob, 0, Long.MAX_VALUE)).isEqualTo(HELLO));
    assertThat(put(ACME, HELLO)).isEqualTo(new Blob(ACME, Sha256.of(HELLO), HELLO.length));
  }

  @Test
  void many_threads_may_put_and_read_the_same_bytes() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Boolean>> work = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        byte[] bytes = ("shared " + i % 4).repeat(1_000).getBytes(StandardCharsets.UTF_8);
        work.add(() -> java.util.Arrays.equals(read(put(ACME, bytes), 0, bytes.length), bytes));
      }

      for (Future<Boolean> done : threads.invokeAll(work)) {
        assertThat(done.get()).isTrue();
      }
      assertThat(putBefore(ACME, Instant.MAX)).hasSize(4);
    } finally {
      threads.shutdownNow();
    }
  }
}
