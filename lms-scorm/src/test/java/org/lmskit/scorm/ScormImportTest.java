package org.lmskit.scorm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lmskit.scorm.ScormEngine.zip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lmskit.content.Blob;
import org.lmskit.content.ContentBatch;
import org.lmskit.content.DirectoryContentStore;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.contract.ForwardingContentStore;
import org.lmskit.contract.ForwardingStore;
import org.lmskit.model.RejectedException;
import org.lmskit.model.StoreFailureException;
import org.lmskit.model.TenantId;
import org.lmskit.scorm.packaging.PackageOptions;
import org.lmskit.store.InMemoryStore;
import org.lmskit.store.Query;
import org.lmskit.store.Transaction;

/** Import on an engine: all of a package, or nothing. */
class ScormImportTest {
  @TempDir
  Path folder;

  @Test
  void an_imported_package_is_found_with_its_files() throws IOException {
    var engine = new ScormEngine();

    var imported = engine.scorm.importPackage(zip(folder, "one", "b.css")).packageOrThrow();

    assertThat(engine.scorm.find(imported.id())).contains(imported);
    assertThat(imported.files()).containsOnlyKeys("imsmanifest.xml", "a.html", "b.css");
    var page = imported.find("a.html").orElseThrow();
    try (InputStream bytes = engine.scorm.open(page, 0, page.size())) {
      assertThat(new String(bytes.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("one");
    }
  }

  @Test
  void the_host_hears_how_far_the_import_is() {
    var engine = new ScormEngine();
    List<Long> heard = new ArrayList<>();
    List<String> files = new ArrayList<>();
    var options = PackageOptions.DEFAULT.withProgress((file, bytes, total) -> {
      assertThat(bytes).isLessThanOrEqualTo(total);
      heard.add(bytes);
      files.add(file);
    });

    engine.scorm.importPackage(zip(folder, "one", "b.css"), options).packageOrThrow();

    assertThat(heard).isSorted().isNotEmpty();
    assertThat(files).contains("a.html", "b.css");
  }

  @Test
  void a_listener_that_throws_ends_the_import_and_nothing_is_left() throws IOException {
    Path zip = zip(folder, "one", "b.css", "c.css");
    for (int last : new int[] {1, 3}) {
      var content = new InMemoryContentStore(Clock.fixed(ScormEngine.NOW, ZoneOffset.UTC));
      var engine = new ScormEngine(new InMemoryStore(), content);
      List<String> heard = new ArrayList<>();
      var options = PackageOptions.DEFAULT.withProgress((file, bytes, total) -> {
        heard.add(file);
        if (heard.size() == last) {
          throw new CancellationException("by the host");
        }
      });

      assertThatThrownBy(() -> engine.scorm.importPackage(zip, options))
          .isInstanceOf(CancellationException.class);

      assertThat(heard).hasSize(last);
      long records = engine.store.read(
          new TenantId("default"), reader -> reader.count(Query.of(ScormPackage.KIND)));
      assertThat(records).isZero();
    }
    assertThat(openFiles()).doesNotContain(zip.toRealPath());
  }

  /** What this process has open, where the system tells it. */
  private static List<Path> openFiles() throws IOException {
    Path all = Path.of("/proc/self/fd");
    List<Path> open = new ArrayList<>();
    if (Files.isDirectory(all)) {
      try (Stream<Path> links = Files.list(all)) {
        for (Path link : links.toList()) {
          if (Files.isSymbolicLink(link)) {
            open.add(Files.readSymbolicLink(link));
          }
        }
      }
    }
    return open;
  }

  @Test
  void a_refused_package_stores_nothing() {
    var engine = new ScormEngine();
    var limits = PackageOptions.DEFAULT.limits();
    var options = PackageOptions.DEFAULT.withLimits(limits.withMaxEntries(1));

    var result = engine.scorm.importPackage(zip(folder, "one"), options);

    assertThat(result.findPackage()).isEmpty();
    assertThatThrownBy(result::packageOrThrow).isInstanceOf(RejectedException.class);
    nothingIsLeftBut(engine);
  }

  @Test
  void a_full_disk_in_the_middle_leaves_neither_content_nor_records() {
    for (int last = 0; last < 4; last++) {
      var content = new Full(2 + last);
      var engine = new ScormEngine(new InMemoryStore(), content);
      var before = engine.scorm.importPackage(zip(folder, "before")).packageOrThrow();
      var zip = zip(folder, "one", "b.css", "c.css");

      assertThatThrownBy(() -> engine.scorm.importPackage(zip))
          .isInstanceOf(StoreFailureException.class)
          .hasMessageContaining("full");

      assertThat(content.put).isEqualTo(2 + last);
      nothingIsLeftBut(engine, before);
    }
  }

  @Test
  void files_that_cannot_be_made_lasting_leave_neither_content_nor_records() {
    var content = new Full(Integer.MAX_VALUE);
    var engine = new ScormEngine(new InMemoryStore(), content);
    var before = engine.scorm.importPackage(zip(folder, "before")).packageOrThrow();
    content.forces = false;

    assertThatThrownBy(() -> engine.scorm.importPackage(zip(folder, "one", "b.css")))
        .isInstanceOf(StoreFailureException.class)
        .hasMessageContaining("forced");

    nothingIsLeftBut(engine, before);
  }

  @Test
  void a_package_is_imported_into_a_directory() throws IOException {
    var content = DirectoryContentStore.at(
        folder.resolve("content"), Clock.fixed(ScormEngine.NOW, ZoneOffset.UTC));
    var engine = new ScormEngine(new InMemoryStore(), content);

    var imported = engine.scorm.importPackage(zip(folder, "one", "b.css")).packageOrThrow();

    var page = imported.find("a.html").orElseThrow();
    try (InputStream bytes = engine.scorm.open(page, 0, page.size())) {
      assertThat(new String(bytes.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("one");
    }
    nothingIsLeftBut(engine, imported);
  }

  @Test
  void records_that_cannot_be_written_leave_no_content() {
    var store = new Broken();
    var engine = new ScormEngine(
        store, new InMemoryContentStore(Clock.fixed(ScormEngine.NOW, ZoneOffset.UTC)));
    var before = engine.scorm.importPackage(zip(folder, "before")).packageOrThrow();
    store.fails = true;

    assertThatThrownBy(() -> engine.scorm.importPackage(zip(folder, "one")))
        .isInstanceOf(StoreFailureException.class);

    store.fails = false;
    nothingIsLeftBut(engine, before);
  }

  @Test
  void what_a_package_claims_survives_the_collection_of_garbage() throws IOException {
    var engine = new ScormEngine();
    var imported = engine.scorm.importPackage(zip(folder, "one")).packageOrThrow();

    engine.lms.collectGarbage(Duration.ofDays(-1));

    var page = imported.find("a.html").orElseThrow();
    try (InputStream bytes = engine.scorm.open(page, 0, page.size())) {
      assertThat(bytes.readAllBytes()).hasSize(3);
    }
  }

  /** What was put and never claimed is garbage that the next collection takes, as after a crash. */
  private static void nothingIsLeftBut(ScormEngine engine, ScormPackage... before) {
    engine.lms.collectGarbage(Duration.ofDays(-1));
    long records =
        engine.store.read(TenantId.DEFAULT, reader -> reader.count(Query.of(ScormPackage.KIND)));
    List<Blob> blobs = new ArrayList<>();
    engine.content.each(TenantId.DEFAULT, ScormEngine.NOW.plusSeconds(1), blobs::add);
    var kept = Stream.of(before)
        .flatMap(imported -> imported.files().values().stream().map(ScormPackage.StoredFile::hash))
        .toList();
    assertThat(records).isEqualTo(before.length);
    assertThat(blobs).extracting(Blob::hash).containsExactlyInAnyOrderElementsOf(kept);
  }

  /** A disk that is full after so many files, or that cannot force them. */
  private static final class Full extends ForwardingContentStore {
    private final int space;
    private int put;
    private boolean forces = true;

    Full(int space) {
      super(new InMemoryContentStore(Clock.fixed(ScormEngine.NOW, ZoneOffset.UTC)));
      this.space = space;
    }

    @Override
    public Blob put(TenantId tenant, InputStream bytes, long limit) {
      if (put == space) {
        throw new StoreFailureException("the disk is full", null);
      }
      put++;
      return content.put(tenant, bytes, limit);
    }

    @Override
    public ContentBatch batch(TenantId tenant) {
      ContentBatch batch = super.batch(tenant);
      return new ContentBatch() {
        @Override
        public Blob put(InputStream bytes, long limit) {
          return batch.put(bytes, limit);
        }

        @Override
        public void finish() {
          if (!forces) {
            throw new StoreFailureException("the files cannot be forced to disk", null);
          }
          batch.finish();
        }

        @Override
        public void close() {
          batch.close();
        }
      };
    }
  }

  /** A store that fails to commit as long as it is told to. */
  private static final class Broken extends ForwardingStore {
    private boolean fails;

    Broken() {
      super(new InMemoryStore());
    }

    @Override
    public <R> R write(TenantId tenant, Instant now, Function<Transaction, R> work) {
      return store.write(tenant, now, tx -> {
        R result = work.apply(tx);
        if (fails) {
          throw new StoreFailureException("the database is gone", null);
        }
        return result;
      });
    }

    @Override
    public List<TenantId> tenants() {
      return List.of(TenantId.DEFAULT);
    }
  }
}
