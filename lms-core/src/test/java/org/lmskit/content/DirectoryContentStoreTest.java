package org.lmskit.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lmskit.contract.ContentStoreContract;
import org.lmskit.model.StoreFailureException;
import org.lmskit.model.TenantId;

class DirectoryContentStoreTest extends ContentStoreContract {
  private static final TenantId ACME = new TenantId("acme");

  private static final Path INCOMING = Path.of("incoming");

  @TempDir
  Path directory;

  @Override
  protected ContentStore emptyStore(Clock clock) {
    return DirectoryContentStore.at(directory, clock);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(directory.resolve("tenants")))
          .toList();
    }
  }

  @Test
  void nothing_temporary_is_left_behind() throws IOException {
    ContentStore store = DirectoryContentStore.at(directory);
    Blob blob = store.put(ACME, new ByteArrayInputStream(new byte[10]), 10);
    store.put(ACME, new ByteArrayInputStream(new byte[10]), 10);
    assertThatThrownBy(() -> store.put(ACME, new ByteArrayInputStream(new byte[11]), 10))
        .isInstanceOf(StoreFailureException.class);

    assertThat(files())
        .extracting(Path::getFileName)
        .containsExactly(Path.of(blob.hash().hex()));
  }

  @Test
  void files_of_a_batch_stand_beside_their_places_until_it_is_finished() throws IOException {
    ContentStore store = DirectoryContentStore.at(directory);

    try (ContentBatch batch = store.batch(ACME)) {
      Blob blob = batch.put(new ByteArrayInputStream(new byte[10]), 10);
      batch.put(new ByteArrayInputStream(new byte[9]), 10);
      assertThat(store.find(ACME, blob.hash())).isEmpty();
      assertThat(files()).allSatisfy(file -> assertThat(file.getParent()).endsWithRaw(INCOMING));

      batch.finish();
      batch.put(new ByteArrayInputStream(new byte[8]), 10);

      assertThat(store.find(ACME, blob.hash())).contains(blob);
    }
    assertThat(files())
        .hasSize(2)
        .allSatisfy(
            file -> assertThat(file.getParent().getFileName().toString()).hasSize(2));
  }

  @Test
  void batch_whose_files_vanish_fails_and_never_says_that_they_are_kept() throws IOException {
    ContentStore store = DirectoryContentStore.at(directory);

    try (ContentBatch batch = store.batch(ACME)) {
      batch.put(new ByteArrayInputStream(new byte[10]), 10);
      Files.delete(files().get(0));

      assertThatThrownBy(batch::finish).isInstanceOf(StoreFailureException.class);
    }
  }

  /** A file that is forced can still be lost while the directory that names it is not. */
  @Test
  void every_directory_in_which_a_put_made_something_is_forced_before_it_returns()
      throws IOException {
    List<Path> forced = new ArrayList<>();
    ContentStore store = DirectoryContentStore.at(directory, Clock.systemUTC(), recording(forced));
    Path root = directory.toAbsolutePath().normalize();

    Blob blob = store.put(ACME, new ByteArrayInputStream(new byte[10]), 10);

    Path group = files().get(0).getParent();
    assertThat(forced.get(0)).isEqualTo(root.resolve("tenants"));
    assertThat(forced.get(1).getParent()).isEqualTo(group.resolveSibling(INCOMING));
    assertThat(forced.subList(2, 5)).containsExactly(group, group.getParent(), root);
    forced.clear();

    store.put(ACME, new ByteArrayInputStream(new byte[10]), 10);
    assertThat(forced).containsExactly(group); // who put it first may not have forced it yet
    forced.clear();

    store.release(ACME, blob.hash());
    Files.delete(group);
    store.put(ACME, new ByteArrayInputStream(new byte[10]), 10);
    assertThat(forced.subList(1, 4)).containsExactly(group, group.getParent(), root);
  }

  private static Forced recording(List<Path> forced) {
    return new Forced() {
      @Override
      public void file(Path file) throws IOException {
        ON_DISK.file(file);
        forced.add(file);
      }

      @Override
      public void directory(Path directory) throws IOException {
        ON_DISK.directory(directory);
        forced.add(directory);
      }
    };
  }

  @Test
  void what_a_crash_left_is_removed_when_old_enough_and_never_visited() throws IOException {
    ContentStore store = DirectoryContentStore.at(directory);
    Blob blob = store.put(ACME, new ByteArrayInputStream(new byte[10]), 10);
    Path incoming = files().get(0).getParent().resolveSibling("incoming");
    Path left = Files.write(incoming.resolve("1.part"), new byte[3]);
    Instant crash = Instant.parse("2026-11-01T00:00:00Z");
    Files.setLastModifiedTime(left, FileTime.from(crash));

    store.each(ACME, crash, found -> assertThat(found).isNull());
    assertThat(left).exists();
    store.each(ACME, crash.plusSeconds(1), found -> assertThat(found).isNull());

    assertThat(left).doesNotExist();
    assertThat(store.find(ACME, blob.hash())).contains(blob);
  }

  @Test
  void looking_at_all_files_takes_none_away_from_a_batch_that_goes_on() {
    ContentStore store = DirectoryContentStore.at(directory);
    try (ContentBatch batch = store.batch(ACME)) {
      Blob blob = batch.put(new ByteArrayInputStream(new byte[10]), 10);

      store.each(ACME, Instant.MAX, found -> assertThat(found).isNull());
      batch.finish();

      assertThat(store.find(ACME, blob.hash())).contains(blob);
    }
  }

  @Test
  void damaged_file_is_replaced_when_its_bytes_are_put_again() throws IOException {
    ContentStore store = DirectoryContentStore.at(directory);
    Blob blob = store.put(ACME, new ByteArrayInputStream(new byte[10]), 10);
    Files.write(files().get(0), new byte[4]);

    store.put(ACME, new ByteArrayInputStream(new byte[10]), 10);

    assertThat(store.find(ACME, blob.hash())).contains(blob);
  }

  @Test
  void two_stores_on_one_directory_see_each_other() {
    Blob blob =
        DirectoryContentStore.at(directory).put(ACME, new ByteArrayInputStream(new byte[10]), 10);

    assertThat(DirectoryContentStore.at(directory).find(ACME, blob.hash())).contains(blob);
  }

  @Test
  void directory_that_cannot_be_made_is_a_failure_that_names_it() throws IOException {
    Path file = Files.write(directory.resolve("file"), new byte[1]);

    assertThatThrownBy(() -> DirectoryContentStore.at(file.resolve("below")))
        .isInstanceOf(StoreFailureException.class)
        .hasMessageContaining("below");
  }
}
